-- Every node that an edge may touch: id, kind, name, and what else is told of it as JSON.
select 'place:' || code as id, 'place' as kind, name,
    json_object('level', level, 'code', code, 'region', region, 'longitude', longitude, 'latitude', latitude) as attrs
from places
union all
select distinct 'place:' || region, 'place', region, json_object('level', 'region') from places where region is not null
union all
select 'policy:' || id, 'policy', title,
    json_object('document_number', document_number, 'genre', kind, 'level', level, 'year', year, 'papers', papers)
from policies
union all
select 'issuer:' || name, 'issuer', name, json_object('policies', policies) from issuers
union all
select 'platform:' || id, 'platform', name, json_object('genre', kind, 'papers', papers) from platforms
union all
select 'dimension:' || id, 'dimension', name, json_object('level', level, 'series', series) from dimensions
union all
select 'framework:' || id, 'framework', name, json_object('complete', complete, 'papers', papers) from frameworks
union all
select 'component:' || id, 'component', name, json_object('group', part_of, 'description', description)
from framework_components
union all
select 'document:' || id, 'document', name, json_object('year', year, 'publisher', publisher, 'series', series)
from documents
union all
select 'ranking:' || r.id, 'ranking', r.name, json_object('year', coalesce(r.edition, d.year), 'metric', r.metric, 'size', r.size)
from rankings r join documents d on d.id = r.document
union all
select 'tier:' || id, 'tier', name, json_object('subject', subject, 'claimed', claimed) from tiers
