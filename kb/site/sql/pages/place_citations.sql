select policy_citations.id, policy_citations.as_printed, policy_citations.document, policies.title, policies.id as policy
from policy_citations
join policies on policies.id = policy_citations.policy
where policy_citations.city = :code or policy_citations.place = :code
order by policy_citations.position
