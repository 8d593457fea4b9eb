select dimensions.id, dimensions.name, dimension_leaders.id as leader, documents.name as paper, documents.year
from dimension_leaders
join dimensions on dimensions.id = dimension_leaders.dimension
join documents on documents.id = dimension_leaders.document
where dimension_leaders.city = :code
order by documents.year desc, dimension_leaders.position
