select platforms.* from platforms where city = :code or place = :code order by papers desc, name
