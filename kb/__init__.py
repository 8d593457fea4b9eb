"""Records in, knowledge base out: ingest, store, resolve, search, serve."""
