-- title: 某类平台 Platforms of a kind
-- description: 同一类别的平台、系统、中心与应用。Platforms, systems, centres and apps of one kind.
-- kind: 类别 Kind = | select kind from platforms where kind is not null group by kind order by count(*) desc
select
    platforms.name as 平台, platforms.kind as 类别, coalesce(city.name, place.name) as 地方, platforms.papers as 文献数,
    'platforms:' || platforms.id as 原文
from platforms
left join places as city on city.code = platforms.city
left join places as place on place.code = platforms.place
where :kind = '' or platforms.kind = :kind
order by platforms.kind, coalesce(city.code, place.code), platforms.name
