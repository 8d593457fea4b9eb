select code from places where :name in (name, short_name)
order by case level when 'prefecture' then 0 when 'municipality' then 0 when 'province' then 1 else 2 end limit 1
