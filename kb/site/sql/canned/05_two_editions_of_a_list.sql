-- title: 两版相比 Two editions compared
-- description: 一个榜单的这一版与上一版：谁升谁降，谁不变，谁新上榜、落榜，每个地方一行。A list against its last edition: who rose, fell, stayed, entered and left, a row each.
-- empty: 库里还没有同一榜单的两版。两份白皮书的 series 相同、年份不同，榜单才连得上；连不上时，在 source.yml 写 series 或 previous。No list has two editions in the base yet.
-- ranking: 榜单与年份，不选则最近的 List and years, else the newest = | select ranking, list || '：' || previous_year || ' → ' || year from editions where previous is not null order by year desc, size desc
with pair as (
    select ranking, previous from editions
    where previous is not null and :ranking in ('', ranking)
    order by year desc, size desc
    limit 1
),
ranked as (
    select ranking, coalesce(city, province) as code, min(rank) as rank, max(change) as change, min(id) as entry
    from ranking_entries
    where rank is not null and coalesce(city, province) is not null
    group by ranking, coalesce(city, province)
),
compared as (
    select now.code, before.rank as before, now.rank as now, before.rank - now.rank as moved, now.change, now.entry
    from pair
    join ranked as now on now.ranking = pair.ranking
    left join ranked as before on before.ranking = pair.previous and before.code = now.code
    union all
    select before.code, before.rank, null, null, null, before.entry
    from pair
    join ranked as before on before.ranking = pair.previous
    where before.code not in (select code from ranked where ranking = pair.ranking)
)
select
    places.name as 地方,
    case
        when now is null then '落榜' when before is null then '新上榜'
        when moved > 0 then '上升' when moved < 0 then '下降' else '不变'
    end as 变化,
    moved as 升降, before as 上一版名次, now as 本版名次, change as 所印升降, 'ranking_entries:' || entry as 原文
from compared
join places on places.code = compared.code
order by moved is null, now is null, sign(moved) desc, abs(moved) desc, now, before
