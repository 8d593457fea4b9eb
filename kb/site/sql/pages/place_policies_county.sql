-- A county is no city: what it issued, or its case cites, is tied to it alone.
select
    policies.title as policy, policies.id as policy_id, documents.name as paper, c.page, c.id as citation,
    case when policies.jurisdiction = :code then '本地发布 issued here' else '其案例引用 cited in its case' end as why,
    min((c.place is not :code) * 1000000 + c.position) as first
from policy_citations as c
join policies on policies.id = c.policy
join documents on documents.id = c.document
where
    exists (select 1 from places where code = :code and level = 'county')
    and (
        policies.jurisdiction = :code
        or c.place = :code and exists (
            select 1 from case_studies as k
            where k.document = c.document and k.place = :code and c.page between k.page_from and k.page_to
                and instr(k.text, c.as_printed)
        )
    )
group by policies.id, c.document
order by documents.year desc, c.page, policies.title
