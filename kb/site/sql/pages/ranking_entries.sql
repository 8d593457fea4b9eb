select
    ranking_entries.*, city.name as city_name, province.name as province_name,
    coalesce(ranking_entries.city, ranking_entries.province) as place,
    coalesce(city.name, province.name, ranking_entries.as_printed) as place_name,
    coalesce(city.longitude, province.longitude) as longitude, coalesce(city.latitude, province.latitude) as latitude
from ranking_entries
left join places as city on city.code = ranking_entries.city
left join places as province on province.code = ranking_entries.province
where ranking_entries.ranking = :ranking
order by ranking_entries.position
limit :most
