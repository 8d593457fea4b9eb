-- title: 一市的数据 Measurements of a city
-- description: 文句里说到一个城市的数，折成基本单位。Numbers told of a city in sentences, in base units.
-- city: 城市 City = 济南市 | select distinct p.name from measurements m join places p on p.code = m.city order by p.code
select
    measurements.subject as 对象, measurements.value as value, measurements.unit as 单位, measurements.as_printed as 所印,
    measurements.period as 时期, documents.name as 文献, 'measurements:' || measurements.id as 原文
from measurements
join documents on documents.id = measurements.document
join places on places.code = measurements.city
where :city in (places.name, places.short_name)
order by documents.year desc, measurements.position
