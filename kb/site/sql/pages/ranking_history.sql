select rank_history.*, places.province from rank_history
join places on places.code = rank_history.code
where ranking = :ranking order by rank, code
