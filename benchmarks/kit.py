"""The whole kit of a session, drawn and proved: against WeasyPrint's pages, and against drawing alone."""

from __future__ import annotations

import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import cache
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.deck import own_peak_kib
from benchmarks.processes import ROOT, answer_of
from benchmarks.rows import Row
from kit_app.assets import resources_dir
from kit_app.content.files import read_folder
from kit_app.content.kit_reader import read_kit
from kit_app.domain.facility import NOBODY
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.i18n import load
from kit_app.services.printing.claims import claim_of
from kit_app.services.printing.desk import Papers, facilitator_papers, players_papers, shelf_papers
from kit_app.services.printing.proof import Claim, prove
from printables.products.deck import Deck, Section, write_deck
from printables.render.look import Look
from printables.render.qr import modules_of, operators

FONTS = ROOT / "resources" / "fonts"
KIT = ROOT / "resources" / "kits" / "sant-escape"
REPETITIONS = 5


class Print(NamedTuple):
    """One PDF of the kit, ready to be drawn and proved."""

    deck: Deck
    look: Look
    claim: Claim


def plan() -> SessionPlan:
    """Five players, French, the whole game."""
    kit = read_kit(read_folder(KIT))
    return SessionPlan(
        id="session", name="Essai", facility="Hôpital de Brévalon", date="2026-11-24", time="18:30",
        room="Salle Camélia", kit_id=kit.id, kit_digest=kit.digest, variant="45-full", level="standard",
        language="fr", duration_min=45, extra_time=False,
        teams=(TeamPlan(number=1, label="Équipe 1", size=5),), hint_policy="suggested", hint_cost_min=0,
        clock_style="clock", seed="45" * 16,
    )  # fmt: skip


def prints() -> tuple[Print, ...]:
    """The players' PDF, the facilitator's and that of the posters and cards, with every item ticked."""
    kit, t = read_kit(read_folder(KIT)), load(resources_dir() / "i18n", "fr")
    every = (
        players_papers(kit, plan(), 1, t),
        facilitator_papers(kit, plan(), t),
        shelf_papers(kit, NOBODY, t),
    )
    return tuple(_print(papers) for papers in every)


def _print(papers: Papers) -> Print:
    first = papers.lots[0].job
    deck = Deck(
        title=papers.title,
        author=first.table.kit_title,
        sections=tuple(Section(title=lot.product.title, items=lot.product.items) for lot in papers.lots),
        sheet_line=first.team.set_label,
    )
    claim = claim_of(deck, (first.table,), for_players=papers.for_players, file_name=papers.file_name)
    return Print(deck, first.look, claim)


def drawn(every: tuple[Print, ...]) -> list[bytes]:
    """The PDFs, with every symbol made anew."""
    operators.cache_clear()
    found = []
    for one in every:
        target = io.BytesIO()
        write_deck(one.deck, one.look, target)
        found.append(target.getvalue())
    return found


def proved(every: tuple[Print, ...]) -> list[bytes]:
    """The PDFs, each drawn and then proved, as they are handed over."""
    found = drawn(every)
    for pdf, one in zip(found, every, strict=True):
        prove(pdf, one.claim)
    return found


def texts(every: tuple[Print, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """What stands on each page of the kit: its text, and the codes of its cards."""
    from pypdfium2 import PdfDocument

    pages = []
    for pdf, one in zip(drawn(every), every, strict=True):
        with PdfDocument(pdf) as document:
            for page, cards in zip(document, one.claim.pages, strict=True):
                codes = tuple(sorted(code for card in cards for code in card.codes))
                pages.append((page.get_textpage().get_text_bounded(), codes))
    return pages


STYLE = f"""
@font-face {{ font-family: Text; src: url({(FONTS / "andika" / "Andika-Regular.ttf").as_uri()}) }}
@page {{ size: A4; margin: 8mm }}
body {{ font: 9pt Text; margin: 0 }}
section {{ break-after: page }}
header {{ background: #e1eef6; border-bottom: 1mm solid #0072b2; height: 12mm }}
p {{ margin: 0 }} svg {{ width: 25mm; height: 25mm }}
"""


def as_web_page(pages: list[tuple[str, tuple[str, ...]]]) -> str:
    """The same texts and codes as HTML: a band, plain paragraphs, symbols; less than our pages hold."""
    sections = []
    for text, codes in pages:
        lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
        sections.append(f"<section><header></header>{lines}{''.join(map(_symbol, codes))}</section>")
    return f"<html lang=fr><style>{STYLE}</style><body>{''.join(sections)}</body></html>"


@cache
def _symbol(code: str) -> str:
    parts = [
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(modules_of(code)) for x, dark in enumerate(row) if dark
    ]
    return f'<svg viewBox="0 0 21 21"><path d="{"".join(parts)}"/></svg>'


def by_weasyprint(page: str) -> bytes:
    """The PDF that WeasyPrint makes of it."""
    from weasyprint import HTML

    made = HTML(string=page).write_pdf()
    return bytes(made)


def seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def rows(*, is_short: bool) -> list[Row]:
    """Drawing, proof and, where it is installed, WeasyPrint in turn."""
    repetitions = 3 if is_short else REPETITIONS
    every = prints()
    pdfs = proved(every)
    sheets = sum(len(one.claim.pages) for one in every)
    players = every[:1]
    times: dict[str, list[float]] = {"drawn": [], "proved": [], "players drawn": [], "players proved": []}
    for _ in range(repetitions):
        times["drawn"].append(seconds(lambda: drawn(every)))
        times["proved"].append(seconds(lambda: proved(every)))
        times["players drawn"].append(seconds(lambda: drawn(players)))
        times["players proved"].append(seconds(lambda: proved(players)))
    median = {name: statistics.median(values) for name, values in times.items()}
    found = [
        Row(metric=f"whole kit, {sheets} pages, drawn and proved; drawn alone", unit="s",
            ours=median["proved"], baseline=median["drawn"], goal="<= 2"),
        Row(metric="the players' PDF of it, drawn and proved; drawn alone", unit="s",
            ours=median["players proved"], baseline=median["players drawn"], goal="<= 2"),
        Row(metric="bytes of the whole kit", unit="KiB", ours=sum(map(len, pdfs)) / 1024),
    ]  # fmt: skip
    if Path("/proc/self/status").exists():
        found.append(Row(metric="peak memory of a process that prints the whole kit", unit="MiB",
                         ours=answer_of("benchmarks.kit", "peak")["peak_kib"] / 1024))  # fmt: skip
    if find_spec("weasyprint") is None:
        sys.stderr.write("WeasyPrint is not installed: pip install weasyprint\n")
        return found
    page = as_web_page(texts(every))
    theirs = [seconds(lambda: by_weasyprint(page)) for _ in range(repetitions)]
    their_pages = _pages(by_weasyprint(page))
    found.append(
        Row(metric="pages of the whole kit; the same texts and codes by WeasyPrint", unit="pages/s",
            ours=sheets / median["drawn"], baseline=their_pages / statistics.median(theirs), goal=">= 3")
    )  # fmt: skip
    return found


def _pages(pdf: bytes) -> int:
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        return len(document)


def main(arguments: list[str]) -> None:
    """With an argument, the peak memory of this process after it printed the kit once."""
    if arguments:
        proved(prints())
        sys.stdout.write(json.dumps({"peak_kib": own_peak_kib()}) + "\n")
        return
    for row in rows(is_short=True):
        sys.stdout.write(f"{row}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
