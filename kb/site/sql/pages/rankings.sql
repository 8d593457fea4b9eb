select rankings.*, documents.name as paper, documents.publisher
from rankings
join documents on documents.id = rankings.document
order by coalesce(documents.year, 0) desc, documents.id, rankings.position
limit :most offset :skip
