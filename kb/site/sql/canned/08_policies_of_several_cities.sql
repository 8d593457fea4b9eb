-- title: 多市共引的政策 Policies cited by more than one city
-- description: 与两个以上城市相连的政策：城市自己发布的，或在它的案例里引用的；地方政策，在说它的文句里引用也算。Policies that papers tie to two cities or more.
-- empty: 没有哪份政策与两个以上城市相连。相连，是城市自己发布，或在它的案例里引用；只在总论里提到的国家政策不算。要看一份政策在哪里被提到，用“谁引用了这份政策”。No policy is tied to two cities: issued by them, or cited in their cases.
-- chart: bars 政策 城市数
select policy as 政策, count(distinct code) as 城市数, group_concat(distinct city) as 城市, min(year) as 起, max(year) as 止
from policy_city
group by policy_id
having count(distinct code) > 1
order by 城市数 desc, policy
