select
    evidence.*, documents.name as paper, documents.title as paper_title, documents.publisher, documents.year,
    documents.file, documents.sha256, documents.restricted
from evidence
join documents on documents.id = evidence.document
where evidence.fact_table = :table and evidence.fact = :fact
order by documents.year desc, evidence.document, evidence.box
