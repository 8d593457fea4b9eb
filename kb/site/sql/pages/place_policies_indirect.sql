select distinct policies.id, policies.title, policies.level, places.name as jurisdiction
from policies
join places on places.code = policies.jurisdiction
where
    policies.jurisdiction = (select province from places where code = :code)
    and policies.jurisdiction <> :code
order by policies.year desc, policies.title
