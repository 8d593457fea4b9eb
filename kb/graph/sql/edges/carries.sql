-- A notice and the document it carries, where the base has that document.
select 'carries' as type, 'policy:' || p.id as source, 'policy:' || q.id as target,
    a.document, d.year, 'policies' as fact_table, p.id as fact, json_object('rule', 'title') as attrs
from policies p
join policies q on q.title = p.carries and q.id <> p.id
join attestations a on a.thing_table = 'policies' and a.thing = p.id
join documents d on d.id = a.document
