select tiers.id, tiers.name, tiers.subject, tier_members.id as member, documents.name as paper, documents.year
from tier_members
join tiers on tiers.id = tier_members.tier
join documents on documents.id = tiers.document
where tier_members.city = :code
order by documents.year desc, tiers.position
