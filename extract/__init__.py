"""A PDF in, records out. No database, no network, no state."""
