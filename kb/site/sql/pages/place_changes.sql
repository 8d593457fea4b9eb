select rank_changes.*, documents.name as paper, documents.year
from rank_changes
join documents on documents.id = rank_changes.document
where rank_changes.city = :code
order by documents.year desc, rank_changes.position
