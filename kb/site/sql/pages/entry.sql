select
    ranking_entries.rank, coalesce(places.name, ranking_entries.as_printed) as place_name, rankings.name,
    rankings.id as ranking, rankings.edition
from ranking_entries
join rankings on rankings.id = ranking_entries.ranking
left join places on places.code = coalesce(ranking_entries.city, ranking_entries.province)
where ranking_entries.id = :id
