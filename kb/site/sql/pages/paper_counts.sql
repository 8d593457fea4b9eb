select fact_table as kind, count(distinct fact) as facts
from evidence
where document = :id and fact_table <> 'documents'
group by fact_table
order by fact_table
