select search.kind, count(*) as found
from search_fts join search on search.rowid = search_fts.rowid
where search_fts match escape_fts(:q) and (:kind = '' or search.kind = :kind)
group by search.kind
