select * from city_overview order by code
