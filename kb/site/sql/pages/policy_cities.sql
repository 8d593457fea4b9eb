select code, city, why, min(year) as since, count(*) as papers, citation
from policy_city where policy_id = :id group by code order by code
