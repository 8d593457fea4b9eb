select rankings.*, documents.name as paper, documents.edition_of as series
from rankings join documents on documents.id = rankings.document
where rankings.id = :id
