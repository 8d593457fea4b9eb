select 'issued_by' as type, 'policy:' || a.thing as source, 'issuer:' || told.value as target,
    a.document, d.year, 'policies' as fact_table, a.thing as fact, json_object('rule', 'issuer') as attrs
from attestations a
join json_each(a.fields, '$.issuers') as told
join documents d on d.id = a.document
where a.thing_table = 'policies'
