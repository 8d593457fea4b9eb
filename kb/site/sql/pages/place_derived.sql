select derived_ranks.*, rankings.list, rankings.name
from derived_ranks
join rankings on rankings.id = derived_ranks.ranking
where derived_ranks.city = :code
order by derived_ranks.year desc, derived_ranks.position
