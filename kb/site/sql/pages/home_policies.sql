select
    policies.id, policies.title, policies.level, policies.year,
    count(*) as citations, count(distinct policy_citations.document) as papers
from policy_citations
join policies on policies.id = policy_citations.policy
where policies.resolved
group by policies.id
order by papers desc, citations desc, policies.title
limit :most
