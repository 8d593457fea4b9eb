select rankings.id, rankings.name, rankings.edition, rankings.size
from rankings
join documents on documents.id = rankings.document
where rankings.told = 'table' and rankings.size > 0
order by rankings.ordered desc, coalesce(documents.year, 0) desc, rankings.criterion is null desc, rankings.size desc
limit 1
