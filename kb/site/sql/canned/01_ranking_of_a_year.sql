-- title: 某年的榜单 The ranking of a year
-- description: 一个榜单某一年的全部名次。All ranks of a list in one year.
-- list: 榜名 List = | select distinct list from rankings where list is not null order by size desc
-- year: 年份 Year = | select distinct edition from rankings where edition is not null order by edition desc
-- chart: bars 地方 得分
select
    ranking_entries.rank as 名次, coalesce(city.name, province.name, ranking_entries.as_printed) as 地方,
    province.name as 省级, ranking_entries.score as 得分, ranking_entries.change as 升降, ranking_entries.tier as 梯队,
    rankings.name as 榜单, rankings.edition as 年份, 'ranking_entries:' || ranking_entries.id as 原文
from ranking_entries
join rankings on rankings.id = ranking_entries.ranking
left join places as city on city.code = ranking_entries.city
left join places as province on province.code = ranking_entries.province
where
    (:list = '' and rankings.id = (
        select id from rankings where ordered and (:year = '' or edition = cast(:year as integer))
        order by size desc, edition desc limit 1
    ) or rankings.list = :list)
    and (:year = '' or rankings.edition = cast(:year as integer))
order by rankings.edition desc, rankings.position, ranking_entries.position
