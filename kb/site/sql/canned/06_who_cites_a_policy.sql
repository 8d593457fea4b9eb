-- title: 谁引用了这份政策 Who cites a policy
-- description: 政策名里含这些字的政策，在哪里被引用、为哪个城市；按机关找，用“某机关的政策”。Policies whose title holds these words: where they are cited, and for which city.
-- title_words: 政策名含 Title holds = 规划 | select title from policies order by papers desc, title
select
    policies.title as 政策, policies.document_number as 文号, city.name as 城市, policy_citations.as_printed as 所印,
    policy_citations.page as 页, documents.name as 文献, 'policy_citations:' || policy_citations.id as 原文
from policy_citations
join policies on policies.id = policy_citations.policy
join documents on documents.id = policy_citations.document
left join places as city on city.code = policy_citations.city
where policies.title like '%' || :title_words || '%'
order by policies.title, documents.year, policy_citations.position
