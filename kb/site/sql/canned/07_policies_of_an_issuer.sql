-- title: 某机关的政策 Policies of an issuer
-- description: 一个机关发布（或与别的机关一同发布）的政策，白皮书引用几次，与哪些城市相连。Policies that an organ issued, alone or with others: how often papers cite them, and the cities they are tied to.
-- issuer: 发文机关 Issuer = 国务院 | select issuer from policy_issuers group by issuer order by count(*) desc, issuer
select
    policies.title as 政策, policies.document_number as 文号, policies.level as 层级, policies.year as 年份,
    count(policy_citations.id) as 次数, count(distinct policy_citations.document) as 文献数,
    (select group_concat(distinct city) from policy_city where policy_id = policies.id) as 相连的城市,
    'policies:' || policies.id as 原文
from policy_issuers
join policies on policies.id = policy_issuers.policy
left join policy_citations on policy_citations.policy = policies.id
where policy_issuers.issuer = :issuer
group by policies.id
order by 次数 desc, policies.year desc, policies.title
