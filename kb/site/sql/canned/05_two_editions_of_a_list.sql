-- title: 两版相比 Two editions compared
-- description: 一个榜单的这一版与上一版：谁升谁降，谁不变，谁新上榜、落榜，每个地方一行；上一版不在库里的，由所印升降推算。A list against its last edition: who rose, fell, stayed, entered and left, a row each; an edition that is not in the base is derived from printed moves.
-- empty: 库里还没有同一榜单的两版，也没有可推算上一版的升降。两份白皮书的 series 相同、年份不同，榜单才连得上；连不上时，在 source.yml 写 series 或 previous。No list has two editions in the base yet, nor moves to derive one from.
-- ranking: 榜单与年份，不选则最近的 List and years, else the newest = | select ranking, list || '：' || previous_year || ' → ' || year from (select ranking, list, previous_year, year, size, 0 as derived from editions where previous is not null union all select rankings.id, coalesce(rankings.list, rankings.name), max(derived_ranks.year) || '（推算 derived）', rankings.edition, rankings.size, 1 from derived_ranks join rankings on rankings.id = derived_ranks.ranking where rankings.id not in (select ranking from editions where previous is not null) group by rankings.id) order by derived, year desc, size desc
with pair as (
    select ranking, previous, 0 as derived, year, size from editions
    where previous is not null and :ranking in ('', ranking)
    union all
    select rankings.id, null, 1, max(derived_ranks.year), rankings.size
    from derived_ranks
    join rankings on rankings.id = derived_ranks.ranking
    where :ranking in ('', rankings.id) and rankings.id not in (select ranking from editions where previous is not null)
    group by rankings.id
    order by derived, year desc, size desc
    limit 1
),
ranked as (
    select ranking, coalesce(city, province) as code, min(rank) as rank, max(change) as change, min(id) as entry
    from ranking_entries
    where rank is not null and coalesce(city, province) is not null
    group by ranking, coalesce(city, province)
),
earlier as (
    select ranked.code, ranked.rank, ranked.entry from pair join ranked on ranked.ranking = pair.previous
    union all
    select x.city, min(x.rank), null
    from pair
    join derived_ranks as x on x.ranking = pair.ranking and x.year = pair.year
    where pair.derived
    group by x.city
),
compared as (
    select
        now.code, earlier.rank as before, now.rank as now, earlier.rank - now.rank as moved, now.change, now.entry,
        pair.derived
    from pair
    join ranked as now on now.ranking = pair.ranking
    left join earlier on earlier.code = now.code
    where not pair.derived or earlier.rank is not null
    union all
    select earlier.code, earlier.rank, null, null, null, earlier.entry, 0
    from pair
    join earlier
    where not pair.derived and earlier.code not in (select code from ranked where ranking = pair.ranking)
)
select
    places.name as 地方,
    case
        when now is null then '落榜' when before is null then '新上榜'
        when moved > 0 then '上升' when moved < 0 then '下降' else '不变'
    end as 变化,
    moved as 升降, before as 上一版名次, now as 本版名次, change as 所印升降,
    case when derived then '上一版为推算' end as 说明, 'ranking_entries:' || entry as 原文
from compared
join places on places.code = compared.code
order by moved is null, now is null, sign(moved) desc, abs(moved) desc, now, before
