select measurements.*, documents.name as paper, documents.year
from measurements
join documents on documents.id = measurements.document
where measurements.city = :code or measurements.place = :code
order by documents.year desc, measurements.position
