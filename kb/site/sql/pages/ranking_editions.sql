select rankings.id, rankings.edition, rankings.name, rankings.size
from rankings
join documents on documents.id = rankings.document
join rankings as this on this.id = :ranking
join documents as paper on paper.id = this.document
where documents.edition_of = paper.edition_of and rankings.list is this.list and rankings.list is not null
order by rankings.edition
