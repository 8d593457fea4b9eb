select id, title, document_number, year from policies
where id <> :id and (
    title = (select carries from policies where id = :id)
    or carries = (select title from policies where id = :id)
)
order by year
