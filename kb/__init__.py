"""Records in, knowledge base out: ingest, store, resolve, search, serve.

In: `sources` (which files) → `workers` (read each in a process of its own) → `rows` (records to rows) → `settle` and
`resolve` (which thing of one paper is one of another's) → `merge` (rows that papers share) → `editions` (rows that follow
from several years) → `store` (what changed, in one transaction) and `index` (search). `ingest` runs that.
Out: `site` (Datasette's plugin), `graph`, `audit`, `report`. What the base looks like is `tables`; each command is in `cli`.
"""
