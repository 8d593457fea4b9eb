select
    policies.*, jurisdiction.name as jurisdiction_name,
    (select group_concat(issuer, '、') from policy_issuers where policy = policies.id) as issuers,
    (select count(*) from policy_citations where policy = policies.id) as citations,
    (select count(distinct city) from policy_cities where policy = policies.id) as cities
from policies
left join places as jurisdiction on jurisdiction.code = policies.jurisdiction
order by
    case policies.level when 'national' then 0 when 'provincial' then 1 when 'municipal' then 2 else 3 end,
    citations desc, policies.title
limit :most offset :skip
