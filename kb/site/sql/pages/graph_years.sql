select distinct year from documents where year is not null order by year desc
