"""The props of true size: nothing overflows, parts meet, codes read back."""

from dataclasses import replace
from io import BytesIO
from string import ascii_uppercase

import pypdfium2
import pytest
import zxingcpp

from kit_app.assets import resources_dir
from printables.layout.boxes import UNPRINTABLE
from printables.layout.pieces import Bar, Words
from printables.problems import Cause
from printables.products.crossword import Cell, CrosswordCard
from printables.products.deck import Deck, Section, check_deck, write_deck
from printables.products.face import CardFace
from printables.products.mask import CELL, WINDOW, MaskSheet, PlanSheet
from printables.products.register import RegisterColumn, RegisterPage
from printables.products.stick import PaperStick
from printables.products.strips import STRIP, StripsSheet
from printables.products.wheel import Disc, WheelSheet
from printables.render.look import Look, SheetWords, font_files
from printables.units import mm

FACE = CardFace(
    card_id="P01-C1",
    title="Un titre",
    set_id="TXR9",
    n=1,
    total=9,
    set_label="jeu TXR9",
    fiction="Jeu – données fictives",
    code="KTXKDR",
)
STRIPS = StripsSheet(
    face=FACE, lines=("ABC" * 12, " " * 36), foot_letters="CONFIDENTIEL", columns=36, how="Coupez."
)
PLAN = PlanSheet(face=FACE, rows=("ABCDEFGH",) * 8, how="Le plan.")
MASK = MaskSheet(
    face=replace(FACE, code=None),
    cells=8,
    windows=((1, 3), (8, 8)),
    edges=("K7Q4", "W6HA", "M9XC", "R3TD"),
    how="Coupez.",
)
WHEEL = WheelSheet(
    outer=Disc(face=replace(FACE, code="CDFKFV"), name="grand disque", letters=ascii_uppercase, notch="A"),
    inner=Disc(face=replace(FACE, code="RKVVHR"), name="petit disque", letters=ascii_uppercase, notch="A"),
    direction="lire du grand vers le petit",
    notch_line="encoche au A",
    assembly_title="Monter la roue",
    assembly=("Découper les deux cercles.",),
)
REGISTER = RegisterPage(
    face=FACE,
    place="CH Val d'Orsenne",
    heading="Registre",
    day="mardi 12 mars",
    columns=(RegisterColumn(label="Arrivée", share=1), RegisterColumn(label="Nom", share=4)),
    rows=(("09:05", "M. Lenoir P."),) * 14,
)
CROSSWORD = CrosswordCard(
    face=FACE,
    rows=2,
    columns=2,
    cells=(Cell(row=1, column=1, start=1, shaded=1), Cell(row=2, column=1)),
    clues=("1 Le fils",),
    prompt="Le mot :",
)
STICK = PaperStick(face=replace(FACE, code=None), label="SALAIRES 2", question="Quel poste ?")
PROPS = (STRIPS, PLAN, MASK, WHEEL, REGISTER, CROSSWORD, STICK)


@pytest.fixture(scope="module")
def look() -> Look:
    words = SheetWords(
        fold="pli",
        glue="colle",
        sheet="feuille {n}/{total}",
        page="page {n}",
        set_name="jeu",
        ruler="100 mm",
        facilitator_only="Animateur",
    )
    files = font_files(resources_dir() / "fonts")
    return Look(fonts=files, words=words, language="fr", kit_line="Kit 1.0")


def test_no_prop_has_a_problem_and_all_its_codes_read_back(look):
    deck = Deck(
        title="Essai", author="Essai", sections=tuple(Section(title=p.title, items=(p,)) for p in PROPS)
    )
    assert check_deck(deck, look) == []
    target = BytesIO()
    write_deck(deck, look, target)
    pdf = pypdfium2.PdfDocument(target.getvalue())
    read = [
        code.text for page in pdf for code in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
    ]
    assert sorted(read) == sorted(["KTXKDR"] * 4 + ["CDFKFV", "RKVVHR"])


def test_no_letter_of_the_note_crosses_a_cut(look):
    parts, _ = STRIPS._composed(look)
    frame = next(part.box for part in parts if isinstance(part, Bar) and part.box.width == STRIP * 12)
    letters = [
        part
        for part in parts
        if isinstance(part, Words) and part.text in "ABC" and part.face is look.faces.mono.bold
    ]
    assert len(letters) == 36
    for letter in letters:
        left = (letter.x - frame.x) / STRIP
        right = (letter.x + letter.face.width(letter.text, letter.size) - frame.x) / STRIP
        assert int(left) == int(right)


def test_windows_of_the_mask_lie_on_the_cells_of_the_plan(look):
    plan, _ = PLAN._composed(look)
    mask, _ = MASK._composed(look)
    cells = [part.box for part in plan if isinstance(part, Bar) and part.box.width == CELL]
    windows = [part.box for part in mask if isinstance(part, Bar) and part.box.width == WINDOW]
    assert len(cells) == 64
    assert len(windows) == 2
    assert all(any(cell.holds(window) for cell in cells) for window in windows)
    outline = next(part.box for part in mask if isinstance(part, Bar) and part.box.width == CELL * 8 + mm(24))
    assert abs((outline.x + outline.width / 2 - (cells[0].x + CELL * 4)) / mm(1)) < 0.01


@pytest.mark.parametrize("prop", PROPS, ids=lambda prop: type(prop).__name__)
def test_props_keep_the_edges_of_the_paper_free(prop, look):
    target = BytesIO()
    write_deck(
        Deck(title="Essai", author="Essai", sections=(Section(title="x", items=(prop,)),)), look, target
    )
    page = pypdfium2.PdfDocument(target.getvalue())[0]
    picture = page.render(scale=2, grayscale=True).to_numpy()
    edge = int(UNPRINTABLE / mm(1) / 25.4 * 144) - 1
    assert picture[:edge].min() == 255
    assert picture[:, :edge].min() == 255
    assert picture[-edge:].min() == 255


def test_a_line_of_another_length_is_named(look):
    crooked = replace(STRIPS, lines=("TROP COURT",))
    assert [problem.cause for problem in crooked.problems(look)] == [Cause.WRONG_COUNT]


def test_a_label_that_is_too_long_for_the_stick_is_named(look):
    long = replace(STICK, label="SALAIRES DE TOUT LE MONDE " * 5)
    assert Cause.OVERFLOW in [problem.cause for problem in long.problems(look)]
