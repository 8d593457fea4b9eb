select case_studies.*, documents.name as paper, documents.year
from case_studies
join documents on documents.id = case_studies.document
where case_studies.city = :code or case_studies.place = :code
order by documents.year desc, case_studies.position
