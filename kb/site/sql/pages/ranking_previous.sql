-- The last edition of the same list, where there is one: whole rankings told in a table only.
select previous.id, previous.edition
from rankings as this
join documents as paper on paper.id = this.document
join rankings as previous on previous.list = this.list and previous.edition < this.edition
join documents as before on before.id = previous.document and before.edition_of = paper.edition_of
where
    this.id = :ranking and this.told = 'table' and this.criterion is null
    and previous.told = 'table' and previous.criterion is null
order by previous.edition desc
limit 1
