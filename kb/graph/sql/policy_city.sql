-- One row a policy and city: why, how often, in which papers and years, and the evidence of the citations by page.
-- What belongs together in a list stands on lines of one string: DISTINCT forgets that a value is JSON.
with in_case as (
    select distinct x.policy, x.city, x.document
    from policy_citations x
    join case_studies s on s.document = x.document and s.city = x.city and x.page between s.page_from and s.page_to
    where instr(s.text, x.as_printed)
),
tied as (
    select t.policy, t.city, t.document, d.year, p.level, p.jurisdiction,
        case
            when p.jurisdiction = t.city then 'issued'
            when (t.policy, t.city, t.document) not in (select policy, city, document from in_case) then 'told'
            when p.level = 'national' then 'national'
            when p.jurisdiction is not null and p.jurisdiction = c.province then 'province'
            else 'cited'
        end as why
    from policy_cities t
    join policies p on p.id = t.policy
    join places c on c.code = t.city
    join documents d on d.id = t.document
),
cited_cities as (
    select distinct document, city from policy_cities
    union
    select distinct document, city from case_studies where city is not null
),
reached as (
    select a.thing as policy, cc.city, a.document, d.year, p.level, p.jurisdiction, 'reached' as why
    from attestations a
    join policies p on p.id = a.thing
    join cited_cities cc on cc.document = a.document
    join places c on c.code = cc.city and c.province = p.jurisdiction and c.code <> p.jurisdiction
    join documents d on d.id = a.document
    where a.thing_table = 'policies' and p.level = 'provincial' and :indirect
        and not exists (select 1 from tied t where t.policy = p.id and t.city = cc.city)
),
chosen as (
    select * from (select * from tied union all select * from reached)
    where (:year is null or year is :year) and (:document is null or document is :document)
        and (:city is null or city is :city)
        and (:rank is null or city in (
            select e.city from ranking_entries e join documents d on d.id = e.document
            where e.rank <= :rank and (:document is null or e.document = :document) and (:year is null or d.year is :year)
        ))
)
select k.policy, p.title, k.city, c.name, min(k.why), count(distinct x.id),
    json_group_array(distinct coalesce(k.year, 0) || char(10) || k.document),
    json_group_array(distinct v.page || char(10) || v.document || char(10) || v.id) filter (where v.id is not null)
from chosen k
join policies p on p.id = k.policy
join places c on c.code = k.city
left join policy_citations x on x.policy = k.policy and x.document = k.document
    and (x.city = k.city or k.why in ('issued', 'reached'))
left join evidence v on v.fact_table = 'policy_citations' and v.fact = x.id
group by k.policy, k.city
order by k.city, k.policy
