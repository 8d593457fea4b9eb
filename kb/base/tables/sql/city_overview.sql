with told as (
    select city as code, 'entry' as kind, rank, document from ranking_entries where city is not null
    union all
    select city, 'case', null, document from case_studies where city is not null
    union all
    select city, 'framework', null, document from frameworks where city is not null
    union all
    select city, 'platform', null, document from platforms where city is not null
    union all
    select city, 'policy', null, document from policy_cities
    union all
    select city, 'measurement', null, document from measurements where city is not null
    union all
    select city, 'tier', null, document from tier_members
    union all
    select city, 'lead', null, document from dimension_leaders
)
select
    places.name as city, province.name as province, places.region,
    sum(kind = 'entry') as rankings, min(rank) as best_rank, sum(kind = 'case') as case_studies,
    sum(kind = 'framework') as frameworks, sum(kind = 'platform') as platforms, sum(kind = 'policy') as policies,
    sum(kind = 'measurement') as measurements, sum(kind = 'tier') as tiers, sum(kind = 'lead') as leads,
    count(distinct document) as papers, places.longitude, places.latitude, places.code
from told
join places on places.code = told.code
left join places as province on province.code = places.province
group by places.code
