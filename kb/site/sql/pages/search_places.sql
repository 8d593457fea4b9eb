select places.code, places.name, places.level, city_overview.rankings, city_overview.case_studies
from places_fts
join places on places.rowid = places_fts.rowid
left join city_overview on city_overview.code = places.code
where places_fts match escape_fts(:q) and (city_overview.code is not null or places.level in ('province', 'municipality'))
order by :q in (places.name, places.short_name) desc, city_overview.rankings desc
limit 12
