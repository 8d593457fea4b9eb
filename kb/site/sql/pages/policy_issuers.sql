select issuer as name from policy_issuers where policy = :id order by issuer
