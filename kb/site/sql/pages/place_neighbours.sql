select other.code, other.city as name, other.best_rank, other.rankings, other.case_studies
from city_overview as other
join places on places.code = other.code
where places.province = (select province from places where code = :code) and other.code <> :code
order by other.best_rank is null, other.best_rank, other.code
limit 40
