select
    frameworks.id, frameworks.name, frameworks.complete, frameworks.document, documents.name as paper, documents.year
from frameworks
left join documents on documents.id = frameworks.document
where frameworks.city = :code or frameworks.place = :code
order by documents.year desc, frameworks.name
