select 'tables' as kind, id, name, (select page from evidence where fact_table = 'tables' and fact = tables.id order by box limit 1) as page
from tables where document = :id
union all
select 'figures', id, trim(label || ' ' || coalesce(title, '')), page from figures where document = :id
order by page
