-- title: 一市上了哪些榜 Where a city is ranked
-- description: 一个城市在每个榜单中的名次与得分。A city's rank and score in every list.
-- city: 城市 City = 济南市 | select distinct p.name from ranking_entries e join places p on p.code = e.city order by p.code
select
    rankings.edition as 年份, rankings.name as 榜单, ranking_entries.rank as 名次, ranking_entries.score as 得分,
    ranking_entries.change as 升降, ranking_entries.tier as 梯队, documents.name as 文献, 'ranking_entries:' || ranking_entries.id as 原文
from ranking_entries
join rankings on rankings.id = ranking_entries.ranking
join documents on documents.id = rankings.document
join places as city on city.code = ranking_entries.city
where :city in (city.name, city.short_name)
order by rankings.edition desc, rankings.position
