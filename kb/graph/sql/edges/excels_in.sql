select 'excels_in' as type, 'place:' || l.city as source, 'dimension:' || l.dimension as target,
    l.document, d.year, 'dimensions' as fact_table, l.dimension as fact, json_object('rule', 'leader') as attrs
from dimension_leaders l join documents d on d.id = l.document
