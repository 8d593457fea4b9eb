select 'runs' as type, 'place:' || coalesce(p.city, p.place) as source, 'platform:' || p.id as target,
    a.document, d.year, 'platforms' as fact_table, p.id as fact, json_object('rule', 'platform') as attrs
from platforms p
join attestations a on a.thing_table = 'platforms' and a.thing = p.id
join documents d on d.id = a.document
where coalesce(p.city, p.place) is not null
