select * from ingests where document = :id and error is null order by id desc limit 1
