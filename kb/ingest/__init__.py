"""Papers into the base: which files (`sources`), each read in a process of its own (`workers`), held against what it must
yield (`expect`), stored and written down (`run`, `log`), and what a person should know then (`hints`, `notes`). `scaffold`
makes a new paper's folder beside those of the `corpus`. Workers load this package, so it imports nothing itself."""
