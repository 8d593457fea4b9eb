"""The base as one SQLite file: its `tables`, how it is opened (`file`), locked and searched (`fts`, `index`), what its keys
look like (`keys`), the divisions of China in it (`places`), and rows as they stand (`standing`). Knows nothing of papers."""
