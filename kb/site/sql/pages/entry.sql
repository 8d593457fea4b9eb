select ranking_entries.rank, rankings.name, rankings.id as ranking
from ranking_entries
join rankings on rankings.id = ranking_entries.ranking
where ranking_entries.id = :id
