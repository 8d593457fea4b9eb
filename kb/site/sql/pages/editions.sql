select series, list, year as edition from editions where year is not null order by series, list, year
