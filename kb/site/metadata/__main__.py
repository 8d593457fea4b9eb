"""`python -m kb.site.metadata [FILE]` writes metadata.yml anew."""

import sys
from pathlib import Path

from kb.site.metadata import metadata_as_yaml

if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "metadata.yml").write_text(metadata_as_yaml(), "utf-8")
