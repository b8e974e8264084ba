"""Every code of the bundled kit's printed sets is read back from pictures of the pages, even bad ones."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from kit_app.services.printing.desk import made, players_papers
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import SETS, codes_in, job_of, pictures, plan_of, players_pdf


def shown_codes(language: str, size: int) -> Counter[str]:
    """The codes that the set's cards show."""
    return Counter(card.code for card in job_of(language, size).team.cards if card.shows_code)


def photographed(picture: Image.Image, noise: numpy.random.Generator) -> Image.Image:
    """The page as a hasty telephone sees it: turned by 3°, blurred, noisy."""
    slanted = picture.convert("L").rotate(3, fillcolor=255, expand=True).filter(ImageFilter.GaussianBlur(1))
    grey = numpy.asarray(slanted, dtype=float) + noise.normal(0, 20, (slanted.height, slanted.width))
    return Image.fromarray(grey.clip(0, 255).astype("uint8"))


QUICK = (("fr", 5),)
"""The set that the quick run reads; the long one reads all."""

ALL = [pytest.param(*one, marks=() if one in QUICK else pytest.mark.long) for one in SETS]


@pytest.mark.parametrize("dpi", [150, pytest.param(300, marks=pytest.mark.long)])
@pytest.mark.parametrize(("language", "size"), ALL)
def test_every_code_of_a_set_is_read_back(language: str, size: int, dpi: int) -> None:
    read = Counter(
        code for picture in pictures(players_pdf(language, size), dpi) for code in codes_in(picture)
    )
    assert read == shown_codes(language, size)


@pytest.mark.long
@pytest.mark.parametrize(("language", "size"), ALL)
def test_every_code_is_read_back_through_blur_noise_and_a_slant(language: str, size: int) -> None:
    noise = numpy.random.default_rng(45)
    pages = [photographed(picture, noise) for picture in pictures(players_pdf(language, size), 150)]
    assert Counter(code for page in pages for code in codes_in(page)) == shown_codes(language, size)


def test_the_desk_counts_the_codes_that_the_cards_show_and_has_read_them() -> None:
    job = job_of("fr")
    papers = players_papers(bundled_kit(), plan_of("fr"), 1, job.t)
    pdf = made(papers, [line.ident for line in papers.lines()])
    assert pdf.for_players
    assert pdf.needs.codes == len(shown_codes("fr", 5))


def seen_codes(language: str, size: int) -> Iterator[tuple[str, Image.Image]]:
    """Each code as a telephone held over it sees it: 150 dpi, grey, a fifth less contrast, turned by 2°."""
    for picture in pictures(players_pdf(language, size), 150):
        pale = picture.convert("L").point(lambda value: round(128 + (value - 128) * 0.8))
        for one in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
            x = (one.position.top_left.x + one.position.bottom_right.x) / 2
            y = (one.position.top_left.y + one.position.bottom_right.y) / 2
            around = pale.crop((round(x - SEEN), round(y - SEEN), round(x + SEEN), round(y + SEEN)))
            yield one.text, around.rotate(2, Image.Resampling.BICUBIC, fillcolor=230)


SEEN = 25 / 25.4 * 150
"""Dots of a page that are seen on each side of a code's middle: 25 mm."""


def read_by_zxing(pictures: list[Path]) -> list[frozenset[str]]:
    return [frozenset(codes_in(Image.open(picture))) for picture in pictures]


def read_by_zbar(pictures: list[Path]) -> list[frozenset[str]]:
    """What zbar reads, in order; it names a picture before the codes in it, and leaves out those without."""
    command = ["zbarimg", "--quiet", "--nodbus", "--xml", "-Sdisable", "-Sqrcode.enable"]
    done = subprocess.run([*command, *map(str, pictures)], capture_output=True, text=True, check=False)
    found = {
        source.attrib["href"]: frozenset((data.text or "").strip() for data in source.iter(f"{ZBAR}data"))
        for source in ElementTree.fromstring(done.stdout).iter(f"{ZBAR}source")
    }
    return [found.get(str(picture), frozenset()) for picture in pictures]


ZBAR = "{http://zbar.sourceforge.net/2008/barcode}"
READERS = {"zxing": read_by_zxing, "zbar": read_by_zbar}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("language", "size"), ALL)
def test_two_readers_agree_on_every_pale_and_slanted_code(
    language: str, size: int, reader: str, tmp_path: Path
) -> None:
    if reader == "zbar" and shutil.which("zbarimg") is None:
        pytest.skip("zbar is not installed")
    wanted, files = [], []
    for number, (code, picture) in enumerate(seen_codes(language, size)):
        files.append(tmp_path / f"{number:03}.png")
        picture.save(files[-1])
        wanted.append(code)
    assert Counter(wanted) == shown_codes(language, size)
    found = READERS[reader](files)
    assert [code for code, read in zip(wanted, found, strict=True) if code not in read] == []
