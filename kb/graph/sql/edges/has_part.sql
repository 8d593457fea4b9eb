select 'has_part' as type, 'framework:' || c.framework as source, 'component:' || c.id as target,
    c.document, d.year, 'framework_components' as fact_table, c.id as fact,
    json_object('group', c.part_of, 'rule', 'components') as attrs
from framework_components c join documents d on d.id = c.document
union all
select 'has_part', 'document:' || r.document, 'ranking:' || r.id, r.document, coalesce(r.edition, d.year), 'rankings', r.id,
    json_object('rule', 'document')
from rankings r join documents d on d.id = r.document
union all
select 'has_part', 'document:' || t.document, 'tier:' || t.id, t.document, d.year, 'tiers', t.id,
    json_object('rule', 'document')
from tiers t join documents d on d.id = t.document
