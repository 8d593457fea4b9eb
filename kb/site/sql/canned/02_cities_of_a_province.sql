-- title: 一省的上榜城市 Ranked cities of a province
-- description: 一个省在最近三个年份里上榜的城市与名次。A province's cities in the last three editions.
-- province: 省级 Province = 山东省 | select distinct p.name from ranking_entries e join places p on p.code = e.province order by p.code
select
    rankings.edition as 年份, rankings.name as 榜单, ranking_entries.rank as 名次, city.name as 城市,
    ranking_entries.score as 得分, 'ranking_entries:' || ranking_entries.id as 原文
from ranking_entries
join rankings on rankings.id = ranking_entries.ranking
join places as city on city.code = ranking_entries.city
join places as province on province.code = ranking_entries.province
where
    :province in (province.name, province.short_name)
    and rankings.edition in (
        select distinct edition from rankings where edition is not null order by edition desc limit 3
    )
order by rankings.edition desc, rankings.position, ranking_entries.position
