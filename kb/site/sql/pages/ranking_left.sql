select before.code, before.city as name, before.rank
from rank_history as before
join (
    select distinct series, list, previous_year from rank_history where ranking = :ranking and previous_year is not null
) as this on before.series = this.series and before.list is this.list and before.year = this.previous_year
where before.code not in (select code from rank_history where ranking = :ranking)
order by before.rank
