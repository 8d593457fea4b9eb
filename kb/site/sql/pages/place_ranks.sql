select
    ranking_entries.id, ranking_entries.ranking, ranking_entries.rank, ranking_entries.score, ranking_entries.change,
    ranking_entries.entered, ranking_entries.tier, rankings.name, rankings.list, rankings.edition, rankings.ordered,
    rankings.size, rankings.criterion, rankings.told, documents.edition_of as series, documents.name as paper,
    documents.id as document, editions.comparable
from ranking_entries
cross join rankings on rankings.id = ranking_entries.ranking
cross join documents on documents.id = ranking_entries.document
left join editions on editions.id = ranking_entries.ranking
where ranking_entries.city = :code or (ranking_entries.city is null and ranking_entries.province = :code)
order by rankings.edition desc, documents.id, rankings.position, ranking_entries.position
