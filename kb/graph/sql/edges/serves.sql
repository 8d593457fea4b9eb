-- A platform or framework serves a dimension where its sentence, or else the heading it stands under, names that one only.
with things as (
    select 'platforms' as fact_table, 'platform:' || p.id as node, p.id as fact, p.name, a.document
    from platforms p join attestations a on a.thing_table = 'platforms' and a.thing = p.id
    union all
    select 'frameworks', 'framework:' || f.id, f.id, f.name, a.document
    from frameworks f join attestations a on a.thing_table = 'frameworks' and a.thing = f.id
),
stands as (
    select t.*, p.section, sentence_of(p.text, v.text) as sentence
    from things t
    join evidence v on v.fact_table = t.fact_table and v.fact = t.fact and v.document = t.document and v.box = 1
    join passages p on p.document = t.document and v.page between p.page_from and p.page_to and instr(p.text, v.text) > 0
),
told as (
    select distinct s.node, s.fact_table, s.fact, s.document, m.id as dimension, 1 as nearness, 'sentence' as rule
    from stands s join attestations a on a.document = s.document and a.thing_table = 'dimensions'
    join dimensions m on m.id = a.thing and instr(s.sentence, m.name) > 0
    union all
    select distinct s.node, s.fact_table, s.fact, s.document, m.id, 2, 'section'
    from stands s join sections h on h.id = s.section
    join attestations a on a.document = s.document and a.thing_table = 'dimensions'
    join dimensions m on m.id = a.thing and instr(h.title, m.name) > 0
),
counted as (
    select *, count(*) over (partition by node, document, nearness) as named,
        min(nearness) over (partition by node, document) as nearest
    from told
)
select 'serves' as type, c.node as source, 'dimension:' || c.dimension as target, c.document, d.year,
    c.fact_table, c.fact, json_object('rule', c.rule) as attrs
from counted c join documents d on d.id = c.document
where c.named = 1 and c.nearness = c.nearest
