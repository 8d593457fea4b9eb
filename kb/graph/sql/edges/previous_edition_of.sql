-- The edition before, of the same series: the nearest earlier year that the base holds.
select 'previous_edition_of' as type, 'document:' || before.id as source, 'document:' || d.id as target,
    d.id as document, d.year, 'documents' as fact_table, d.id as fact, json_object('rule', 'series') as attrs
from documents d
join documents before on before.edition_of = d.edition_of and before.year = (
    select max(e.year) from documents e where e.edition_of = d.edition_of and e.year < d.year
)
