select 'ranked_in' as type, 'place:' || coalesce(e.city, e.province) as source, 'ranking:' || e.ranking as target,
    e.document, coalesce(r.edition, d.year) as year, 'ranking_entries' as fact_table, e.id as fact,
    json_object('rank', e.rank, 'score', e.score, 'change', e.change, 'tier', e.tier, 'rule', r.told) as attrs
from ranking_entries e join rankings r on r.id = e.ranking join documents d on d.id = e.document
where coalesce(e.city, e.province) is not null
