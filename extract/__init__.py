"""A PDF in, records out. No database, no network, no state.

`read` (characters and shapes) → `layout` (lines, passages, sections) → `tables` (grids) → `find` (facts, one kind a file, with
what `spans` recognises in the text) → `audit` (the paper held against itself). `paper` runs that; what all steps hand on is
`model` and `reading`. Words are in `lexicon`, what is known of the world in `places` and `issuers`.
"""
