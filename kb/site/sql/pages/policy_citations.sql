select
    policy_citations.*, documents.name as paper, documents.year, city.name as city_name, place.name as place_name,
    sections.title as section_title
from policy_citations
join documents on documents.id = policy_citations.document
left join places as city on city.code = policy_citations.city
left join places as place on place.code = policy_citations.place
left join sections on sections.id = policy_citations.section
where policy_citations.policy = :id
order by documents.year desc, documents.id, policy_citations.position
