-- title: 一市的案例 Cases of a city
-- description: 白皮书讲到一个城市的做法，全文。What papers tell of one city, in full.
-- city: 城市 City = 济南市 | select distinct p.name from case_studies c join places p on p.code = coalesce(c.city, c.place) order by p.code
select
    documents.name as 文献, case_studies.title as 题名, case_studies.page_from as 起页, case_studies.page_to as 止页,
    case_studies.text as 全文, 'case_studies:' || case_studies.id as 原文
from case_studies
join documents on documents.id = case_studies.document
join places on places.code = coalesce(case_studies.city, case_studies.place)
where :city in (places.name, places.short_name)
order by documents.year desc, case_studies.position
