select framework_components.*
from framework_components
where framework_components.framework = :framework and framework_components.document = (
    select document from framework_components where framework = :framework
    group by document order by count(*) desc, document desc limit 1
)
order by framework_components.position
