with told as (
    select c.id as citation, exists (
        select 1 from case_studies as k
        where k.document = c.document and k.city = c.city and c.page between k.page_from and k.page_to
            and instr(k.text, c.as_printed)
    ) as in_case
    from policy_citations as c
),
cited as (
    select
        tie.id as tie, c.id as citation, c.page, told.in_case,
        row_number() over (
            partition by tie.id order by c.city is not tie.city, told.in_case desc, c.position
        ) as n
    from policy_cities as tie
    join policies on policies.id = tie.policy
    join policy_citations as c on c.policy = tie.policy and c.document = tie.document
    join told on told.citation = c.id
    where c.city = tie.city or policies.jurisdiction = tie.city
)
select
    policies.title as policy, places.name as city,
    case
        when policies.jurisdiction = tie.city then '本市发布 issued by the city'
        when cited.citation is null then '文中相连 named together'
        when not cited.in_case then '说它的文句里引用 cited in a sentence on it'
        when policies.level = 'national' then '国家政策，其案例引用 national, cited in its case'
        when policies.level = 'provincial' then '省级政策，其案例引用 provincial, cited in its case'
        else '其案例引用 cited in its case'
    end as why,
    evidence.text as evidence, cited.page, documents.name as paper, documents.year,
    tie.policy as policy_id, tie.city as code, tie.document, cited.citation, evidence.id as evidence_id
from policy_cities as tie
join policies on policies.id = tie.policy
join places on places.code = tie.city
join documents on documents.id = tie.document
left join cited on cited.tie = tie.id and cited.n = 1
left join evidence
    on evidence.fact_table = 'policy_citations' and evidence.fact = cited.citation and evidence.box = 1
