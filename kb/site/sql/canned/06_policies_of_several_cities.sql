-- title: 多市共引的政策 Policies cited by more than one city
-- description: 与两个以上城市相连的政策。Policies that papers tie to two cities or more.
-- chart: bars 政策 城市数
select policy as 政策, count(distinct code) as 城市数, group_concat(distinct city) as 城市, min(year) as 起, max(year) as 止
from policy_city
group by policy_id
having count(distinct code) > 1
order by 城市数 desc, policy
