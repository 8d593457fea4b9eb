-- title: 有几个部分的框架 Frameworks with so many parts
-- description: 拆得出这么多组成部分的框架。Frameworks that papers take apart into so many parts.
-- parts: 部分数 Parts = 5 | select distinct count(*) from framework_components group by framework, document order by 1
select
    coalesce(city.name, place.name) as 地方, frameworks.name as 框架,
    group_concat(framework_components.name, '、') as 组成,
    case frameworks.complete when 1 then '是' when 0 then '否' end as 完整, count(*) as 部分数,
    'frameworks:' || frameworks.id as 原文
from framework_components
join frameworks on frameworks.id = framework_components.framework
left join places as city on city.code = frameworks.city
left join places as place on place.code = frameworks.place
group by frameworks.id, framework_components.document
having count(*) = cast(:parts as integer)
order by coalesce(city.code, place.code), frameworks.name
