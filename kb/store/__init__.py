"""Records into the base: `rows` (a paper's records as rows), `settle` (which thing of it is one of another's), `merge` (rows
that papers share), `paper` (what changed, in one transaction), `review` (what people decide on doubtful pairs)."""

from kb.store.paper import Change, Changes, remove, resettle, store

__all__ = ["Change", "Changes", "remove", "resettle", "store"]
