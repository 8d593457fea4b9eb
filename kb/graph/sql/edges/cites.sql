select 'cites' as type, 'document:' || c.document as source, 'policy:' || c.policy as target,
    c.document, d.year, 'policy_citations' as fact_table, c.id as fact,
    json_object('page', c.page, 'form', c.form, 'rule', 'citation') as attrs
from policy_citations c join documents d on d.id = c.document
union all
select 'cites', 'place:' || coalesce(c.city, c.place), 'policy:' || c.policy, c.document, d.year, 'policy_citations', c.id,
    json_object('page', c.page, 'form', c.form, 'rule', 'context')
from policy_citations c join documents d on d.id = c.document
where coalesce(c.city, c.place) is not null
