select places.code, places.name, province.name as province_name
from places
left join places as province on province.code = places.province and province.code <> places.code
where :name in (places.name, places.short_name)
order by case places.level when 'county' then 1 else 0 end, places.code
limit 1
