select places.*, province.name as province_name, parent.name as parent_name
from places
left join places as province on province.code = places.province and province.code <> places.code
left join places as parent on parent.code = places.parent
where places.code = :code
