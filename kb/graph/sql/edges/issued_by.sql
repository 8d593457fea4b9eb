-- A paper may tell one issuer by two names that people have decided to be one.
select distinct 'issued_by' as type, 'policy:' || a.thing as source, 'issuer:' || issuer_name(told.value) as target,
    a.document, d.year, 'policies' as fact_table, a.thing as fact, json_object('rule', 'issuer') as attrs
from attestations a
join json_each(a.fields, '$.issuers') as told
join documents d on d.id = a.document
where a.thing_table = 'policies'
