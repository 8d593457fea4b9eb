select fact_table as kind, count(distinct fact) as facts from evidence where document = :id group by fact_table
