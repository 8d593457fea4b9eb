select * from policy_city where code = :code order by year desc, page, policy
