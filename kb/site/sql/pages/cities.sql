select city_overview.*, places.province as province_code
from city_overview join places on places.code = city_overview.code
order by city_overview.code
