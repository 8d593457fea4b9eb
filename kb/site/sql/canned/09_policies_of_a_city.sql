-- title: 一市引用的政策 Policies of a city
-- description: 白皮书把哪些政策与这个城市（或区县）连在一起，凭什么。Which policies papers tie to this city or county, and by what words.
-- city: 城市 City = 郑州市 | select distinct city from (select city, code from policy_city union select name, code from places where level = 'county' and code in (select jurisdiction from policies union select place from policy_citations)) order by code
with in_county as (
    select
        policies.title as policy, places.name as city,
        case when policies.jurisdiction = places.code then '本地发布 issued here' else '其案例引用 cited in its case' end as why,
        evidence.text as evidence, c.page, documents.name as paper, documents.year, c.id as citation,
        min((c.place is not places.code) * 1000000 + c.position) as first
    from places
    join policy_citations as c
    join policies on policies.id = c.policy
    join documents on documents.id = c.document
    left join evidence on evidence.fact_table = 'policy_citations' and evidence.fact = c.id and evidence.box = 1
    where
        places.level = 'county' and places.name = :city
        and (
            policies.jurisdiction = places.code
            or c.place = places.code and exists (
                select 1 from case_studies as k
                where k.document = c.document and k.place = c.place and c.page between k.page_from and k.page_to
                    and instr(k.text, c.as_printed)
            )
        )
    group by places.code, policies.id, c.document
)
select policy as 政策, why as 缘由, evidence as 所引, page as 页, paper as 文献, 'policy_citations:' || citation as 原文
from (
    select policy, why, evidence, page, paper, year, citation from policy_city
    where city = :city or city = :city || '市'
    union all
    select policy, why, evidence, page, paper, year, citation from in_county
)
order by year, page, policy
