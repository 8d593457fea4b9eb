with ranked as (
    select
        coalesce(e.city, e.province) as code, d.edition_of as series, r.list, r.edition as year,
        min(e.rank) as rank, max(e.score) as score, max(e.change) as change_printed, max(e.entered) as entered,
        r.id as ranking, d.id as document, min(e.id) as entry
    from ranking_entries e
    join rankings r on r.id = e.ranking
    join documents d on d.id = r.document
    where e.rank is not null and r.told = 'table' and coalesce(e.city, e.province) is not null
    group by r.id, coalesce(e.city, e.province)
)
select
    places.name as city, ranked.series, ranked.list, ranked.year, ranked.rank, ranked.score,
    ranked.change_printed, before.rank - ranked.rank as change_computed,
    case
        when editions.previous is null then null
        when before.rank is null then 1
        else 0
    end as entered_computed,
    ranked.entered as entered_printed, editions.previous_year, before.rank as previous_rank,
    editions.comparable, 0 as derived, null as derived_from,
    ranked.code, ranked.ranking, ranked.entry, ranked.document
from ranked
join places on places.code = ranked.code
left join editions on editions.id = ranked.ranking
left join ranked as before on before.ranking = editions.previous and before.code = ranked.code
union all
select
    places.name, d.edition_of, r.list, x.year, x.rank, null, null, null, null, null, null, null, null, 1, min(x.id),
    x.city, null, null, x.document
from derived_ranks x
join rankings r on r.id = x.ranking
join documents d on d.id = x.document
join places on places.code = x.city
where not exists (
    select 1 from editions
    where editions.series = d.edition_of and editions.list is r.list and editions.year = x.year
) and not exists (select 1 from editions where editions.id = x.ranking and editions.previous_year >= x.year)
group by d.edition_of, r.list, x.year, x.city, x.rank
