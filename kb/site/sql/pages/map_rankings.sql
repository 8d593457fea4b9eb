select rankings.id, rankings.name, rankings.edition, rankings.size
from rankings
join documents on documents.id = rankings.document
where rankings.size > 2
order by rankings.ordered desc, rankings.edition desc, rankings.criterion is null desc, rankings.size desc, rankings.id
limit 500
