select 'member_of' as type, 'place:' || m.city as source, 'tier:' || m.tier as target,
    m.document, d.year, 'tiers' as fact_table, m.tier as fact, json_object('rule', 'tier') as attrs
from tier_members m join documents d on d.id = m.document
