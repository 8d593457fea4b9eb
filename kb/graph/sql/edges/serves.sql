-- A platform or framework serves a dimension where the sentences it stands in, or else the nearest heading over it that
-- names dimensions of the paper, name that one only. Papers without dimensions are not looked into. Where a thing stands
-- is told by its boxes: another city's passage on the page may hold the same words.
with recursive named as materialized (
    select a.document, m.id, m.name
    from attestations a join dimensions m on m.id = a.thing
    where a.thing_table = 'dimensions'
),
things as materialized (
    select a.thing_table as fact_table, a.thing as fact, a.document, v.page_id, v.text as words,
        (v.x0 + v.x1) / 2 as x, (v.top + v.bottom) / 2 as y
    from attestations a
    join evidence v on v.fact_table = a.thing_table and v.fact = a.thing and v.document = a.document
    where a.thing_table in ('platforms', 'frameworks') and a.document in (select document from named) and length(v.text) > 1
),
stands as materialized (
    select distinct t.fact_table, t.fact, t.document, t.words, p.section, p.text
    from things t
    join evidence v on v.page_id = t.page_id and +v.fact_table = 'passages'
        and t.x between v.x0 and v.x1 and t.y between v.top and v.bottom
    join passages p on p.id = v.fact
),
headings(fact_table, fact, document, section, distance) as (
    select distinct fact_table, fact, document, section, 2 from stands where section is not null
    union
    select h.fact_table, h.fact, h.document, s.parent, h.distance + 1
    from headings h join sections s on s.id = h.section
    where s.parent is not null
),
told as (
    select distinct s.fact_table, s.fact, s.document, n.id as dimension, 1 as distance, 'sentence' as rule
    from stands s
    join named n on n.document = s.document and instr(s.text, n.name) > 0
    where told_together(s.text, s.words, n.name)
    union all
    select distinct h.fact_table, h.fact, h.document, n.id, h.distance, 'section'
    from headings h
    join sections s on s.id = h.section
    join named n on n.document = h.document and instr(s.title, n.name) > 0
    where names(s.title, n.name)
),
counted as (
    select *, count(*) over (partition by fact_table, fact, document, distance) as times,
        min(distance) over (partition by fact_table, fact, document) as nearest
    from told
)
select 'serves' as type, iif(c.fact_table = 'platforms', 'platform:', 'framework:') || c.fact as source,
    'dimension:' || c.dimension as target, c.document, d.year, c.fact_table, c.fact, json_object('rule', c.rule) as attrs
from counted c join documents d on d.id = c.document
where c.times = 1 and c.distance = c.nearest
