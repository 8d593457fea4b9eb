select policies.id, policies.title, policies.level, policies.resolved, min(policy_citations.page) as page, count(*) as citations
from policy_citations join policies on policies.id = policy_citations.policy
where policy_citations.document = :id group by policies.id order by min(policy_citations.position)
