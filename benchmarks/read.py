"""Time of reading a PDF's characters and shapes by pypdfium2, as we do, and by pdfplumber: `python benchmarks/read.py FILE`."""

import sys
import time
from pathlib import Path

import pdfplumber

from extract.read import opened


def ours(path: Path) -> int:
    with opened(path.read_bytes()) as file:
        return sum(len(page.chars) for page in file.pages())


def theirs(path: Path) -> int:
    with pdfplumber.open(path) as file:
        return sum(len(page.chars) for page in file.pages)


if __name__ == "__main__":
    for name, read in (("pypdfium2", ours), ("pdfplumber", theirs)):
        began = time.process_time()
        count = read(Path(sys.argv[1]))
        print(f"{name}: {count} characters, {time.process_time() - began:.2f} s")
