select
    documents.*,
    (select count(*) from rankings where document = documents.id) as rankings,
    (select count(*) from ranking_entries where document = documents.id) as entries,
    (select count(distinct policy) from policy_citations where document = documents.id) as policies,
    (select count(*) from case_studies where document = documents.id) as cases,
    (select count(*) from findings where document = documents.id) as findings,
    (select count(*) from findings where document = documents.id and kind = 'contradiction') as contradictions
from documents
order by documents.text_layer in ('missing', 'garbled'), coalesce(documents.year, 0) desc, documents.published desc, documents.id
limit :most offset :skip
