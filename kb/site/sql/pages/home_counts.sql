select
    (select count(*) from documents where text_layer not in ('missing', 'garbled')) as papers,
    (select count(*) from documents where text_layer in ('missing', 'garbled')) as unread,
    (select min(coalesce(year, cast(substr(published, 1, 4) as integer))) from documents) as first_year,
    (select max(coalesce(year, cast(substr(published, 1, 4) as integer))) from documents) as last_year,
    (select count(*) from rankings) as rankings,
    (select count(*) from ranking_entries) as entries,
    (select count(*) from policies) as policies,
    (select count(*) from case_studies) as cases,
    (select count(*) from findings where kind = 'contradiction') as contradictions,
    (select count(*) from evidence) as evidence
