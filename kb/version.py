"""Which extractor is at work."""

__all__ = ["extractor_version"]


def extractor_version() -> str:
    """The extractor's version. Loading it takes a second, so it is asked only where it is needed."""
    from extract.paper import EXTRACTOR

    return EXTRACTOR
