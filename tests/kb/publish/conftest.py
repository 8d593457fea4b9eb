"""The base that the site's tests look at, to publish."""

from site_base import folder, pdf

__all__ = ["folder", "pdf"]
