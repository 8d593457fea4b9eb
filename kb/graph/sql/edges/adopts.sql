select 'adopts' as type, 'place:' || coalesce(f.city, f.place) as source, 'framework:' || f.id as target,
    a.document, d.year, 'frameworks' as fact_table, f.id as fact, json_object('rule', 'framework') as attrs
from frameworks f
join attestations a on a.thing_table = 'frameworks' and a.thing = f.id
join documents d on d.id = a.document
where coalesce(f.city, f.place) is not null
