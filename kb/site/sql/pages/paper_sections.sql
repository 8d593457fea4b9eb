select * from sections where document = :id order by position
