select * from city_overview
order by case_studies + frameworks + policies + platforms desc, rankings desc, best_rank, code
limit :most
