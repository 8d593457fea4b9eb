select case_studies.id, case_studies.name, case_studies.title, case_studies.page_from, coalesce(case_studies.city, case_studies.place) as code, places.name as place_name
from case_studies left join places on places.code = coalesce(case_studies.city, case_studies.place)
where case_studies.document = :id order by case_studies.position
