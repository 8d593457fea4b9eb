-- title: 一市历年名次 A city's ranks over the years
-- description: 一个城市在同一榜单历年的名次，所印与所算的升降；推算的名次另成一列，从不当作所印。Its ranks over the editions of a list, with its moves as printed and as computed; derived ranks stand apart.
-- city: 城市 City = 济南市 | select distinct city from rank_history order by code
-- chart: ranks 年份 名次 榜名
select
    list as 榜名, year as 年份, case when not derived then rank end as 名次, case when derived then rank end as 推算名次,
    score as 得分, change_printed as 所印升降, change_computed as 所算升降, case comparable when 1 then '是' when 0 then '否' end as 与上一版可比,
    'ranking_entries:' || entry as 原文
from rank_history
where city = :city or city = :city || '市'
order by list, year
