-- title: 一市上了哪些榜 Where a city is ranked
-- description: 一个城市在每个榜单中的名次与得分；直辖市连同省级的榜。A city's rank and score in every list; a municipality's also in lists of provinces.
-- city: 城市 City = 济南市 | select distinct p.name from ranking_entries e join places p on p.code = coalesce(e.city, e.province) where e.city is not null or p.level in ('municipality', 'sar') order by p.code
select
    rankings.edition as 年份, rankings.name as 榜单, ranking_entries.rank as 名次, ranking_entries.score as 得分,
    ranking_entries.change as 升降, ranking_entries.tier as 梯队, rankings.scope as 排的是, documents.name as 文献,
    'ranking_entries:' || ranking_entries.id as 原文
from ranking_entries
join rankings on rankings.id = ranking_entries.ranking
join documents on documents.id = rankings.document
join places on places.code = coalesce(ranking_entries.city, ranking_entries.province)
where :city in (places.name, places.short_name)
order by rankings.edition desc, documents.id, rankings.position
