"""Where words stand in a PDF, by PDFium itself: what evidence of them must say."""

import pypdfium2

from schema import Evidence


def located(pdf: bytes, words: str) -> Evidence:
    """Evidence where the words stand in the PDF, found by PDFium itself."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            if found := text.search(words).get_next():
                x0, bottom, x1, top = text.get_rect(0) if text.count_rects(*found) else (0, 0, 0, 0)
                height = page.get_height()
                box = (round(x0, 2), round(height - top, 2), round(x1, 2), round(height - bottom, 2))
                return Evidence(page=number, bbox=box, text=words, how="test")
    raise AssertionError(f"{words} is not in the PDF")
