"""A deck of 1,000 cards with codes, against the plain reportlab and qrcode way that is kept in this file."""

from __future__ import annotations

import io
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from qrcode.constants import ERROR_CORRECT_Q
from qrcode.main import QRCode
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm as millimetre
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from printables.layout.boxes import A6
from printables.products.blocks import Text
from printables.products.cards import ClueCard
from printables.products.deck import Deck, Section, write_deck
from printables.products.face import CardFace
from printables.render.look import Look, SheetWords, font_files
from printables.render.qr import operators

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources" / "fonts"
CARDS, REPETITIONS = 1000, 5
LETTERS = "BCDEFGHJKNPRSTVXY"
WORDS = (
    "registre", "visite", "couloir", "papier", "clé", "badge", "écran", "réponse", "semaine", "carnet",
    "porte", "dossier", "copie", "page", "numéro", "équipe", "message", "bureau", "appel", "procédure",
    "compte", "portail", "chambre", "étiquette", "journal", "service", "poste", "imprimante", "plan", "cache",
)  # fmt: skip
FICTION = "Jeu – données fictives – Bouclage à 45"


def card_code(index: int) -> str:
    """Six letters that differ for every index; what they check does not matter here."""
    letters = []
    for _ in range(6):
        index, place = divmod(index * 7 + 3, 17)
        letters.append(LETTERS[place])
    return "".join(letters)


def codes() -> list[str]:
    return [
        LETTERS[n // 289 % 17] + LETTERS[n // 17 % 17] + LETTERS[n % 17] + card_code(n)[:3]
        for n in range(CARDS)
    ]


def paragraph_of(index: int) -> str:
    """30 to 55 words, different for every card."""
    count = 30 + index * 7 % 26
    return " ".join(WORDS[(index * 13 + place * place) % len(WORDS)] for place in range(count))


def look() -> Look:
    words = SheetWords(
        fold="pli",
        glue="colle",
        sheet="feuille {n}/{total}", page="page {n} / {total}", set_name="jeu {set_id}",
        ruler="100 mm", facilitator_only="Animateur seulement",
    )  # fmt: skip
    return Look(fonts=font_files(FONTS), words=words, language="fr", kit_line="Kit 1.0")


def deck() -> Deck:
    cards = [
        ClueCard(
            face=CardFace(
                card_id=f"P{index % 12 + 1:02d}-C{index}", title="Trop de partages", set_id="TXR9",
                n=index + 1, total=CARDS, set_label="jeu TXR9", fiction=FICTION, path="ABCD"[index % 4],
                path_line="Piste B – Personnes", code=code,
            ),
            blocks=(Text(text=paragraph_of(index)),),
            size=A6,
        )
        for index, code in enumerate(codes())
    ]  # fmt: skip
    return Deck(title="Cartes", author="Essai", sections=(Section(title="Cartes", items=cards),))


def ours() -> bytes:
    target = io.BytesIO()
    write_deck(deck(), look(), target)
    return target.getvalue()


def naive() -> bytes:
    """The same cards, four to a sheet, with nothing but the two libraries' own ways."""
    for name, file in (("Text", "andika/Andika-Regular"), ("Bold", "andika/Andika-Bold"),
                       ("Mono", "ibm-plex-mono/IBMPlexMono-Bold")):  # fmt: skip
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{file}.ttf")))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(210 * millimetre, 297 * millimetre), pageCompression=1)
    style = ParagraphStyle("body", fontName="Text", fontSize=14, leading=19.6)
    for index, code in enumerate(codes()):
        place = index % 4
        if index and place == 0:
            canvas.showPage()
        naive_card(
            canvas,
            (place % 2 * 105 * millimetre, (148.5 - place // 2 * 148) * millimetre),
            (index, code),
            style,
        )
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def naive_card(
    canvas: Canvas, corner: tuple[float, float], card: tuple[int, str], style: ParagraphStyle
) -> None:
    x, y = corner
    index, code = card
    canvas.setFillColorRGB(0.98, 0.92, 0.88)
    canvas.rect(
        x + 4.2 * millimetre, y + 127 * millimetre, 96.6 * millimetre, 16.8 * millimetre, stroke=0, fill=1
    )
    canvas.setFillColorRGB(0.84, 0.37, 0)
    canvas.rect(
        x + 4.2 * millimetre, y + 126 * millimetre, 96.6 * millimetre, 1.2 * millimetre, stroke=0, fill=1
    )
    shape = canvas.beginPath()
    shape.moveTo(x + 11 * millimetre, y + 142 * millimetre)
    shape.lineTo(x + 16 * millimetre, y + 132 * millimetre)
    shape.lineTo(x + 6 * millimetre, y + 132 * millimetre)
    shape.close()
    canvas.drawPath(shape, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont("Bold", 12)
    canvas.drawCentredString(x + 11 * millimetre, y + 133.5 * millimetre, "B")
    canvas.setFillColorRGB(0.09, 0.13, 0.17)
    canvas.setFont("Bold", 16)
    canvas.drawString(x + 19 * millimetre, y + 136 * millimetre, "Trop de partages")
    canvas.setFont("Text", 10)
    canvas.drawString(x + 19 * millimetre, y + 131 * millimetre, "Piste B – Personnes")
    body = Paragraph(paragraph_of(index), style)
    _, height = body.wrap(93 * millimetre, 100 * millimetre)
    body.drawOn(canvas, x + 6 * millimetre, y + 122 * millimetre - height)
    canvas.setFont("Text", 7.5)
    canvas.drawString(
        x + 6 * millimetre,
        y + 9 * millimetre,
        f"P{index % 12 + 1:02d}-C{index} · jeu TXR9 · {index + 1}/{CARDS}",
    )
    canvas.drawString(x + 6 * millimetre, y + 5.5 * millimetre, FICTION)
    naive_code(canvas, x + 74 * millimetre, y + 13 * millimetre, code)


def naive_code(canvas: Canvas, x: float, y: float, code: str) -> None:
    symbol = QRCode(error_correction=ERROR_CORRECT_Q, border=0)
    symbol.add_data(code)
    symbol.make()
    module = 25 * millimetre / len(symbol.modules)
    path = canvas.beginPath()
    for index, row in enumerate(symbol.modules):
        start = None
        for column, dark in enumerate((*row, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                top = y + (len(symbol.modules) - 1 - index) * module
                path.rect(x + start * module, top, (column - start) * module, module)
                start = None
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFont("Mono", 9)
    canvas.drawCentredString(x + 12.5 * millimetre, y - 7 * millimetre, f"{code[:3]}·{code[3:]}")


def seconds(draw: Callable[[], bytes]) -> float:
    started = time.perf_counter()
    draw()
    return time.perf_counter() - started


def fresh() -> bytes:
    """Our deck with every symbol made anew."""
    operators.cache_clear()
    return ours()


WAYS: dict[str, Callable[[], bytes]] = {"naive": naive, "ours": fresh, "cached": ours}


def own_peak_kib() -> int:
    """Peak memory of this process alone; the resource module would count its parent's before the start."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def peak_kib(way: str) -> int:
    """Peak memory of a process of its own that draws the deck once."""
    command = [sys.executable, "-m", "benchmarks.deck", way]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(json.loads(done.stdout)["peak_kib"])


def measure() -> dict[str, float]:
    """Ratios to the plain way: speed (higher is better), bytes and peak memory (lower is better)."""
    sizes = {way: len(draw()) for way, draw in WAYS.items()}
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(REPETITIONS):
        for way, draw in WAYS.items():
            times[way].append(seconds(draw))
    has_peaks = Path("/proc/self/status").exists()
    peaks = {
        way: statistics.median(peak_kib(way) for _ in range(3)) if has_peaks else 0
        for way in ("naive", "ours")
    }
    median = {way: statistics.median(values) for way, values in times.items()}
    return {
        "naive_cards_per_s": CARDS / median["naive"],
        "cards_per_s": CARDS / median["ours"],
        "cached_cards_per_s": CARDS / median["cached"],
        "speed_ratio": median["naive"] / median["ours"],
        "cached_speed_ratio": median["naive"] / median["cached"],
        "bytes_ratio": sizes["ours"] / sizes["naive"],
        "peak_memory_ratio": peaks["ours"] / peaks["naive"] if has_peaks else float("nan"),
    }


GOALS = {
    "speed_ratio": ">= 4.5",
    "cached_speed_ratio": ">= 8",
    "bytes_ratio": "<= 0.65",
    "peak_memory_ratio": "<= 1.0",
}


def main(arguments: list[str]) -> None:
    if arguments:
        WAYS[arguments[0]]()
        print(json.dumps({"peak_kib": own_peak_kib()}))
        return
    for name, value in measure().items():
        print(f"{name:24} {value:10.2f}   {GOALS.get(name, '')}")


if __name__ == "__main__":
    main(sys.argv[1:])
