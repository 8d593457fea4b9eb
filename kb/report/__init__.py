"""What the terminal shows: how an ingest goes and what came of it (`summary`), what the base holds (`status`)."""
