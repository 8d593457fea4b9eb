-- A notice and the document it carries, where just one policy of the base can be meant: titles are compared as policies
-- of several papers are, one that many policies bear tells nothing, and neither place nor level may speak against it.
with titles as materialized (
    select id, one_title(title) as title, one_title(carries) as carries, jurisdiction, level from policies
),
carried as (
    select p.id as notice, q.id as policy, count(*) over (partition by p.id) as times
    from titles p
    join titles q on q.title = p.carries and q.id <> p.id
    where coalesce(p.jurisdiction = q.jurisdiction, true) and coalesce(p.level = q.level, true)
)
select 'carries' as type, 'policy:' || c.notice as source, 'policy:' || c.policy as target,
    a.document, d.year, 'policies' as fact_table, c.notice as fact, json_object('rule', 'title') as attrs
from carried c
join attestations a on a.thing_table = 'policies' and a.thing = c.notice
join documents d on d.id = a.document
where c.times = 1
