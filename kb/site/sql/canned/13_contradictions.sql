-- title: 自相矛盾之处 Contradictions by paper
-- description: 白皮书的文字与自己的表格对不上的地方。Where a paper's text and its own tables disagree.
-- empty: 没有对不上的地方。Nothing that disagrees.
-- document: 文献 Paper = | select id, name from documents order by year desc, id
select
    documents.name as 文献, findings.kind as 结论, findings.severity as 轻重, findings.about as 关于,
    findings.statement as 陈述, findings.expected as 所说, findings.actual as 核得, findings.look_at as 请看,
    'findings:' || findings.id as 原文
from findings
join documents on documents.id = findings.document
where findings.kind <> 'confirmed' and (:document = '' or findings.document = :document)
order by documents.year desc, findings.kind, findings.position
