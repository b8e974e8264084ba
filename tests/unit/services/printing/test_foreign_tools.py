"""The kit's PDFs before tools that are not ours: sound files, the same bytes again, unbroken symbols."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy
import pypdfium2
import pytest
from PIL import Image

from kit_app.assets import resources_dir
from kit_app.domain.facility import NOBODY
from kit_app.i18n import load
from kit_app.services.printing.desk import Papers, facilitator_papers, made, players_papers, shelf_papers
from printables.render.qr import MODULES, modules_of
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import LANGUAGES, job_of, plan_of, players_pdf

WHOSE = ("players", "facilitator", "awareness")
VARIANTS = ("45-full", "45-light", "30", "60")
PRINTED = [
    pytest.param(*one, marks=() if one[2] == "45-full" else pytest.mark.long)
    for one in (
        (language, whose, variant) for language in LANGUAGES for whose in WHOSE for variant in VARIANTS
    )
]


def papers_of(language: str, whose: str, variant: str) -> Papers:
    t = load(resources_dir() / "i18n", language)
    plan = replace(plan_of(language), variant=variant)
    if whose == "players":
        return players_papers(bundled_kit(), plan, 1, t)
    return (
        facilitator_papers(bundled_kit(), plan, t)
        if whose == "facilitator"
        else shelf_papers(bundled_kit(), NOBODY, t)
    )


def drawn_anew(language: str, whose: str, variant: str) -> bytes:
    papers = papers_of(language, whose, variant)
    return made(papers, [line.ident for line in papers.lines()]).pdf


kit_pdf = cache(drawn_anew)


def missing(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@missing("qpdf")
@pytest.mark.parametrize(("language", "whose", "variant"), PRINTED)
def test_qpdf_finds_nothing_wrong(language: str, whose: str, variant: str, tmp_path: Path) -> None:
    file = tmp_path / "kit.pdf"
    file.write_bytes(kit_pdf(language, whose, variant))
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


@missing("pdffonts")
@pytest.mark.parametrize(("language", "whose", "variant"), PRINTED)
def test_poppler_finds_every_font_embedded_and_subset(
    language: str, whose: str, variant: str, tmp_path: Path
) -> None:
    file = tmp_path / "kit.pdf"
    file.write_bytes(kit_pdf(language, whose, variant))
    done = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True)
    fonts = [line.split() for line in done.stdout.splitlines()[2:]]
    assert fonts
    for font in fonts:
        assert font[-5:-2] == ["yes", "yes", "yes"], font  # embedded, subset, with a table of characters


@pytest.mark.parametrize(("language", "whose", "variant"), PRINTED)
def test_the_same_session_gives_the_same_bytes(language: str, whose: str, variant: str) -> None:
    assert drawn_anew(language, whose, variant) == kit_pdf(language, whose, variant)


def by_pdfium(file: Path, dpi: int, folder: Path) -> list[Path]:
    with pypdfium2.PdfDocument(file) as document:
        for number, page in enumerate(document):
            page.render(scale=dpi / 72, grayscale=True).to_pil().save(folder / f"p-{number:03}.png")
    return sorted(folder.glob("p-*.png"))


def by(*command: str) -> Callable[[Path, int, Path], list[Path]]:
    """Pages drawn by a program; `FILE`, `DPI` and `OUT` stand in its command for what they say."""

    def drawn(file: Path, dpi: int, folder: Path) -> list[Path]:
        values = {"FILE": str(file), "DPI": str(dpi), "OUT": str(folder / "p")}
        words = list(command)
        for name, value in values.items():
            words = [word.replace(name, value) for word in words]
        subprocess.run(words, check=True, capture_output=True)
        return sorted(folder.glob("p*.p[gn]*"))

    return drawn


DRAWN_BY = {
    "pdfium": by_pdfium,
    "pdftoppm": by("pdftoppm", "-r", "DPI", "-gray", "FILE", "OUT"),
    "pdftocairo": by("pdftocairo", "-png", "-gray", "-r", "DPI", "FILE", "OUT"),
    "mutool": by("mutool", "draw", "-q", "-c", "gray", "-r", "DPI", "-o", "OUT-%03d.png", "FILE"),
    "gs": by("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pnggray", "-dTextAlphaBits=4",
             "-dGraphicsAlphaBits=4", "-rDPI", "-sOutputFile=OUT-%03d.png", "FILE"),
}  # fmt: skip
EDGE = 2
"""Dots on each side of a symbol's dark area that may be grey."""
LIGHT = 128
"""From this grey on a dot is no part of a symbol."""
PALE = 16
"""From this grey on a dot inside the dark is a hairline: two edges that share it leave a quarter light."""


def symbols(picture: Image.Image) -> Iterator[tuple[str, numpy.ndarray, tuple[float, float, float, float]]]:
    """Each symbol that lies straight: its code, the grey dots of the page, its box in dots."""
    import zxingcpp

    grey = numpy.asarray(picture.convert("L"))
    for one in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
        corners = [one.position.top_left, one.position.bottom_right]
        yield one.text, grey, (corners[0].x, corners[0].y, corners[1].x, corners[1].y)


def dark_box(grey: numpy.ndarray, box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    """The box of what is dark round a symbol, to the dot: the reader tells its corners only roughly."""
    left, top, right, bottom = box
    margin = (right - left) / MODULES * 2
    x, y = max(0, int(left - margin)), max(0, int(top - margin))
    part = grey[y : int(bottom + margin), x : int(right + margin)] < LIGHT
    rows, columns = numpy.flatnonzero(part.any(axis=1)), numpy.flatnonzero(part.any(axis=0))
    return x + columns[0], y + rows[0], x + columns[-1] + 1, y + rows[-1] + 1


def hairlines(code: str, grey: numpy.ndarray, box: tuple[float, float, float, float]) -> int:
    """Dots that are not quite dark where the modules on both sides, and all that is between, are dark."""
    left, top, right, bottom = dark_box(grey, box)
    across, down = (right - left) / MODULES, (bottom - top) / MODULES
    modules = numpy.pad(numpy.array(modules_of(code)), 1)

    def module_at(coordinates: numpy.ndarray, pitch: float, reach: float) -> numpy.ndarray:
        return (numpy.floor((coordinates + 0.5 + reach) / pitch).astype(int) + 1).clip(0, MODULES + 1)

    xs, ys = numpy.arange(right - left), numpy.arange(bottom - top)
    sure = numpy.ones((len(ys), len(xs)), dtype=bool)
    for reach_x in (-EDGE, 0, EDGE):
        for reach_y in (-EDGE, 0, EDGE):
            sure &= modules[numpy.ix_(module_at(ys, down, reach_y), module_at(xs, across, reach_x))]
    return int((sure & (grey[top:bottom, left:right] >= PALE)).sum())


DRAWN = [
    pytest.param(program, dpi, marks=() if (program, dpi) == ("pdfium", 137) else pytest.mark.long)
    for program in DRAWN_BY
    for dpi in (137, 200)
]


@pytest.mark.parametrize(("program", "dpi"), DRAWN)
def test_no_hairline_runs_through_a_symbol(program: str, dpi: int, tmp_path: Path) -> None:
    if program != "pdfium" and shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    file = tmp_path / "kit.pdf"
    file.write_bytes(players_pdf("fr"))
    seen = 0
    for picture in DRAWN_BY[program](file, dpi, tmp_path):
        with Image.open(picture) as page:
            for code, grey, box in symbols(page):
                assert hairlines(code, grey, box) == 0, f"{code} on {picture.name}"
                left, top, right, bottom = dark_box(grey, box)
                assert abs((right - left) - (bottom - top)) <= EDGE, f"{code} is not square"
                seen += 1
    assert seen == sum(card.shows_code for card in job_of("fr").team.cards)
