select findings.*, documents.name as paper, documents.year
from findings
join documents on documents.id = findings.document
where :document = '' or findings.document = :document
order by
    coalesce(documents.year, 0) desc, documents.id,
    case findings.kind when 'contradiction' then 0 when 'incomplete' then 1 else 2 end,
    case findings.severity when 'major' then 0 when 'minor' then 1 else 2 end, findings.position
limit :most offset :skip
