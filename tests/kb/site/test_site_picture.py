"""The picture of the page marks the words it should, and stays within bounds."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pdfs import pdf as small_pdf
from PIL import Image, ImageChops
from site_pdf import located

from kb.site.cache import PictureCache
from kb.site.papers import find_pages, pictures_folder
from kb.site.picture import MARK, MAX_PIXELS, NoPage, Picture, draw

Get = Callable[..., Any]


@pytest.fixture
def file(pdf: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    return path


def marked_box(image: Image.Image) -> tuple[int, int, int, int]:
    """The smallest box around all pixels of the marker's colour."""
    apart = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, MARK)).convert("L")
    box = apart.point(lambda value: 255 if value == 0 else 0).getbbox()
    assert box is not None
    return box


def words_in(pdf: bytes, page: int, box: tuple[float, float, float, float]) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[page - 1].get_height()
        text: str = document[page - 1].get_textpage().get_text_bounded(box[0], height - box[3], box[2], height - box[1])
        return text


@pytest.mark.parametrize("words", ["城市大脑", "18万多家", "国发〔2021〕29号", "2021样例城市报告"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_marked_region_holds_the_words(pdf: bytes, file: Path, words: str, scale: float) -> None:
    evidence = located(pdf, words)
    image = Image.open(io.BytesIO(draw(Picture(file, evidence.page, (evidence.bbox,), scale))))
    x0, top, x1, bottom = (value / scale for value in marked_box(image))
    inside = (x0 + 2, top + 2, x1 - 2, bottom - 2)  # off the margin that the marker leaves around the words
    assert words_in(pdf, evidence.page, inside).replace(" ", "") == words


def test_the_words_stay_dark(pdf: bytes, file: Path) -> None:
    evidence = located(pdf, "城市大脑")
    image = Image.open(io.BytesIO(draw(Picture(file, evidence.page, (evidence.bbox,), 3.0))))
    darkest, _ = image.crop(marked_box(image)).convert("L").getextrema()
    assert darkest < 30


def test_a_strip_shows_the_whole_width_around_the_words(pdf: bytes, file: Path) -> None:
    evidence = located(pdf, "城市大脑")
    image = Image.open(io.BytesIO(draw(Picture(file, evidence.page, (evidence.bbox,), 2.0, around=40.0))))
    assert image.width == 595 * 2
    assert 150 < image.height < 250
    marked_box(image)


def test_boxes_off_the_page_do_no_harm(file: Path) -> None:
    boxes = ((-50.0, -50.0, 20.0, 20.0), (9000.0, 9000.0, 9100.0, 9100.0), (100.0, 100.0, 90.0, 90.0))
    assert Image.open(io.BytesIO(draw(Picture(file, 1, boxes)))).size == (1190, 1684)


def test_a_page_that_is_not_there_is_refused(file: Path) -> None:
    with pytest.raises(ValueError, match="no page 9"):
        draw(Picture(file, 9))


def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"none")
    with pytest.raises(ValueError, match=r"x\.pdf can't be opened"):
        draw(Picture(tmp_path / "x.pdf", 1))


def test_a_page_metres_wide_is_drawn_smaller(tmp_path: Path) -> None:
    import typst

    path = tmp_path / "wide.pdf"
    path.write_bytes(bytes(typst.compile(b"#set page(width: 12000pt, height: 9000pt)\nx")))
    width, height = Image.open(io.BytesIO(draw(Picture(path, 1, scale=3.0)))).size
    assert width * height <= MAX_PIXELS * 1.01


def test_the_cache_is_bounded_in_number_and_size() -> None:
    cache = PictureCache(number=3, size=100)
    for n in range(10):
        cache.get(n, lambda: b"x" * 30)
    assert (len(cache), cache.held) == (3, 90)
    assert cache.get("large", lambda: b"x" * 101) == b"x" * 101
    assert "large" not in cache._kept
    cache.get("middling", lambda: b"x" * 60)
    assert cache.held <= 100


def test_the_cache_draws_once_and_keeps_no_failure() -> None:
    cache, drawn = PictureCache(), []
    for _ in range(3):
        cache.get("a", lambda: drawn.append(1) or b"x")  # type: ignore[func-returns-value]
    assert drawn == [1]
    with pytest.raises(ValueError, match="no"):
        cache.get("b", lambda: (_ for _ in ()).throw(ValueError("no")))
    assert cache.get("b", lambda: b"y") == b"y"


def test_a_picture_by_address(get: Get) -> None:
    response = get("/-/evidence/platforms:济南市/城市大脑:paper-2021:1.png")
    assert response.headers["content-type"] == "image/png"
    marked_box(Image.open(io.BytesIO(response.content)))
    again = get(
        "/-/evidence/platforms:济南市/城市大脑:paper-2021:1.png", headers={"if-none-match": response.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_the_whole_page_and_the_scale_can_be_asked_for(get: Get) -> None:
    sizes = [
        Image.open(
            io.BytesIO(get(f"/-/evidence/platforms:济南市/城市大脑:paper-2021:1.png?page=1&scale={scale}").content)
        ).size
        for scale in ("1", "2", "1000")
    ]
    assert sizes == [(595, 842), (1190, 1684), (1190, 1684)]


def test_without_the_pdf_there_is_a_placeholder(get: Get) -> None:
    page = get("/-/evidence/ranking_entries:paper-2022/表1/1")
    assert "PDF 不在手边" in page.text
    response = get("/-/evidence/ranking_entries:paper-2022/表1/1.png")
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert Image.open(io.BytesIO(response.content)).size == (900, 240)
    cover = Image.open(io.BytesIO(get("/-/paper/paper-2022/page/1.png?scale=1").content))
    assert cover.height > cover.width


@pytest.mark.parametrize(
    ("id", "file", "sha256"),
    [("paper-2021", "paper.pdf", "0" * 64), ("..", "../../etc/passwd", "0" * 64), ("paper-2021", None, "0" * 64)],
    ids=["other bytes", "a way out", "no name"],
)
def test_a_file_is_believed_only_if_the_bytes_agree(folder: Path, id: str, file: str | None, sha256: str) -> None:
    assert find_pages([folder / "corpus"], id, file, sha256) is None


def test_a_file_is_found_wherever_it_lies_below_the_folder(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.pdf").write_bytes(pdf)
    assert find_pages([tmp_path], "id", "x.pdf", hashlib.sha256(pdf).hexdigest()) == tmp_path / "a" / "b" / "x.pdf"


def test_pictures_of_pages_stand_in_for_the_pdf(pdf: bytes, file: Path, tmp_path: Path) -> None:
    evidence = located(pdf, "城市大脑")
    pictures = tmp_path / pictures_folder("paper", "f" * 64)
    pictures.mkdir(parents=True)
    (pictures / "2.png").write_bytes(draw(Picture(file, 2)))
    assert find_pages([tmp_path], "paper", None, "f" * 64) == pictures
    for scale in (1.0, 2.0):
        boxes = [
            marked_box(Image.open(io.BytesIO(draw(Picture(source, 2, (evidence.bbox,), scale)))))
            for source in (file, pictures)
        ]
        assert max(abs(a - b) for a, b in zip(*boxes, strict=True)) <= 1
    with pytest.raises(NoPage):
        draw(Picture(pictures, 3))


def test_a_pdf_with_a_password_leaves_a_placeholder(tmp_path: Path) -> None:
    (tmp_path / "locked.pdf").write_bytes(small_pdf("secret", password="word"))
    with pytest.raises(ValueError, match="can't be opened"):
        draw(Picture(tmp_path / "locked.pdf", 1))


def test_a_phone_gets_the_words_and_little_beside_them(pdf: bytes, file: Path) -> None:
    evidence = located(pdf, "国发〔2021〕29号")
    wide = Image.open(io.BytesIO(draw(Picture(file, evidence.page, (evidence.bbox,), 2.0, around=48))))
    narrow = Image.open(io.BytesIO(draw(Picture(file, evidence.page, (evidence.bbox,), 2.0, around=48, beside=60))))
    assert narrow.height == wide.height
    assert narrow.width == round((evidence.bbox[2] - evidence.bbox[0] + 120) * 2)
    left, _, right, _ = marked_box(narrow)
    assert right - left == marked_box(wide)[2] - marked_box(wide)[0]
