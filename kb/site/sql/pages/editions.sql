select distinct documents.edition_of as series, rankings.list, rankings.edition
from rankings
join documents on documents.id = rankings.document
where rankings.told = 'table' and rankings.criterion is null and rankings.list is not null and rankings.edition is not null
order by documents.edition_of, rankings.list, rankings.edition
