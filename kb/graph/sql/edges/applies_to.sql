select 'applies_to' as type, 'policy:' || p.id as source, 'place:' || p.jurisdiction as target,
    a.document, d.year, 'policies' as fact_table, p.id as fact, json_object('rule', 'jurisdiction', 'level', p.level) as attrs
from policies p
join attestations a on a.thing_table = 'policies' and a.thing = p.id
join documents d on d.id = a.document
where p.jurisdiction is not null
