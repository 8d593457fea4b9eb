-- title: 一市引用的政策 Policies of a city
-- description: 白皮书把哪些政策与这个城市连在一起，凭什么。Which policies papers tie to this city, and by what words.
-- city: 城市 City = 郑州市 | select distinct city from policy_city order by code
select policy as 政策, why as 缘由, evidence as 所引, page as 页, paper as 文献, 'policy_citations:' || citation as 原文
from policy_city
where city = :city or city = :city || '市'
order by year, page, policy
