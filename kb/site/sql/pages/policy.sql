select policies.*, jurisdiction.name as jurisdiction_name
from policies
left join places as jurisdiction on jurisdiction.code = policies.jurisdiction
where policies.id = :id
