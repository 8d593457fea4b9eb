-- Divisions in divisions, by GB/T 2260, and what lies in no other in its region. The base's gazetteer says so, no paper does:
-- no document, no evidence.
select 'located_in' as type, 'place:' || code as source, 'place:' || coalesce(parent, region) as target,
    null as document, null as year, null as fact_table, null as fact,
    json_object('rule', iif(parent is null, 'region', 'GB/T 2260')) as attrs
from places where coalesce(parent, region) is not null
