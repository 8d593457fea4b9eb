select * from rankings where document = :id order by position
