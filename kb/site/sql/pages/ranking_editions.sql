-- One list a paper: where a paper tells a list twice, the ranking itself, else the latest.
select id, edition, name, size
from (
    select
        rankings.id, rankings.edition, rankings.name, rankings.size,
        row_number() over (
            partition by rankings.document order by rankings.id = this.id desc, rankings.edition desc, rankings.id
        ) as nth
    from rankings
    join documents on documents.id = rankings.document
    join rankings as this on this.id = :ranking
    join documents as paper on paper.id = this.document
    where documents.edition_of = paper.edition_of and rankings.list is this.list and rankings.list is not null
)
where nth = 1
order by edition
