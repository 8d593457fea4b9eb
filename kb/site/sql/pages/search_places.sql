select places.code, places.name
from places_fts
join places on places.rowid = places_fts.rowid
where places_fts match escape_fts(:q) and (
    places.level in ('province', 'municipality', 'sar')
    or exists (select 1 from ranking_entries where city = places.code)
    or exists (select 1 from case_studies where city = places.code or place = places.code)
    or exists (select 1 from policy_cities where city = places.code)
)
order by :q in (places.name, places.short_name) desc, places.code
limit 12
