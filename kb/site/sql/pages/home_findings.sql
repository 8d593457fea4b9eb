select findings.*, documents.name as paper
from findings
join documents on documents.id = findings.document
where findings.kind <> 'confirmed'
order by
    findings.kind, case findings.severity when 'major' then 0 when 'minor' then 1 else 2 end,
    coalesce(documents.year, 0) desc, findings.position
limit :most
