select evidence.fact, evidence.document, ranking_entries.rank, places.name as city, places.code, rankings.name as ranking
from rankings
join ranking_entries on ranking_entries.ranking = rankings.id
join places on places.code = ranking_entries.city
join evidence on evidence.fact_table = 'ranking_entries' and evidence.fact = ranking_entries.id
where ranking_entries.rank = 1
order by rankings.edition desc, rankings.size desc
limit 1
