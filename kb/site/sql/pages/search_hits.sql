select search.id, search.kind, search.key, search.label, search.text, search.document, documents.name as paper
from search_fts
join search on search.rowid = search_fts.rowid
left join documents on documents.id = search.document
where search_fts match escape_fts(:q) and search.kind = :kind
order by search.rowid
limit :most offset :skip
