select
    d.edition_of as series, d.year, d.id as document, d.title, d.publisher,
    coalesce(told.id, before.id) as previous, coalesce(told.year, before.year) as previous_year
from documents d
left join documents told on told.id = d.previous
left join documents before on before.id = (
    select p.id from documents p
    where p.edition_of = d.edition_of and p.year < d.year
    order by p.year desc, p.id limit 1
)
