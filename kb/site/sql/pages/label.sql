select label, text from search where id = :id
