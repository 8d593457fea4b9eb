-- title: 引用最多的政策 Most cited policies
-- description: 被引用次数、涉及的文献与城市。How often cited, in how many papers, for how many cities.
-- empty: 库里的白皮书还没有引用政策。No paper in the base cites a policy.
-- chart: bars 政策 次数
select
    policies.title as 政策, policies.level as 层级, policies.year as 年份, count(*) as 次数,
    count(distinct policy_citations.document) as 文献数, count(distinct policy_citations.city) as 城市数,
    'policies:' || policies.id as 原文
from policy_citations
join policies on policies.id = policy_citations.policy
group by policies.id
order by 次数 desc, 文献数 desc, policies.title
limit 100
