with ranked as (
    select
        coalesce(e.city, e.province) as code, d.edition_of as series, r.list, r.edition as year,
        min(e.rank) as rank, max(e.score) as score, max(e.change) as change_printed, max(e.entered) as entered,
        r.id as ranking, d.id as document, min(e.id) as entry
    from ranking_entries e
    join rankings r on r.id = e.ranking
    join documents d on d.id = r.document
    where e.rank is not null and r.told = 'table' and r.criterion is null and coalesce(e.city, e.province) is not null
    group by r.id, coalesce(e.city, e.province)
),
editions as (
    select series, list, year, lag(year) over (partition by series, list order by year) as previous
    from (select distinct series, list, year from ranked)
),
before as (
    select series, list, year, code, min(rank) as rank from ranked group by series, list, year, code
)
select
    places.name as city, ranked.series, ranked.list, ranked.year, ranked.rank, ranked.score,
    ranked.change_printed, before.rank - ranked.rank as change_computed,
    case
        when editions.previous is null then null
        when before.rank is null then 1
        else 0
    end as entered_computed,
    ranked.entered as entered_printed, editions.previous as previous_year, before.rank as previous_rank,
    ranked.code, ranked.ranking, ranked.entry, ranked.document
from ranked
join places on places.code = ranked.code
join editions on editions.series = ranked.series and editions.list is ranked.list and editions.year is ranked.year
left join before on before.series = ranked.series and before.list is ranked.list
    and before.year = editions.previous and before.code = ranked.code
