"""`kb publish`: a folder with the base, the papers' pages and the site, which Datasette serves anywhere."""

from kb.publish.folder import Published, publish

__all__ = ["Published", "publish"]
