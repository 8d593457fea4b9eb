-- Divisions in divisions, by GB/T 2260. The base's gazetteer says so, no paper does: no document, no evidence.
select 'located_in' as type, 'place:' || code as source, 'place:' || parent as target,
    null as document, null as year, null as fact_table, null as fact, json_object('rule', 'GB/T 2260') as attrs
from places where parent is not null
