"""A PDF that is not what it claims to be is never handed over, and the card that is wrong is named."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from kit_app.domain.telling import Secret
from kit_app.errors import PrintError
from kit_app.services.printing.claims import claim_of
from kit_app.services.printing.decks import deck_of, team_products
from kit_app.services.printing.door import deck_name, pdf_of, proved_pdf
from kit_app.services.printing.proof import Claim, ExpectedCard, prove
from printables.layout.boxes import A6, Box
from printables.layout.colours import BLACK, WHITE
from printables.layout.pieces import Bar, Code, Picture
from printables.products.blocks import Text
from printables.products.cards import ClueCard
from printables.products.deck import Deck, Section, write_deck
from printables.products.face import CardFace
from printables.render.qr import modules_of
from printables.units import mm
from tests.unit.printables.samples import FICTION, SET, sample_look
from tests.unit.services.printing.papers import LANGUAGES, job_of
from tests.unit.services.printing.test_secrets import SEEDS


class InSquares(ClueCard):
    """A card whose symbol is made of squares, as no product of ours makes it."""

    def draw(self, canvas, box):
        card(replace(self.face, code=None)).draw(canvas, box)
        canvas.draw(list(squares("NPBDXF")), box)


class WithPhoto(ClueCard):
    """A card that bears a photograph of another card's symbol as well."""

    def draw(self, canvas, box):
        super().draw(canvas, box)
        canvas.draw([Picture(photo("KTXKDR"), Box(mm(8), mm(60), mm(30), mm(30)))], box)


def squares(code):
    for row, modules in enumerate(modules_of(code)):
        for column, is_dark in enumerate(modules):
            if is_dark:
                yield Bar(Box(mm(8 + column), mm(60 + row), mm(1), mm(1)), fill=BLACK)


def photo(code):
    modules = modules_of(code)
    picture = Image.new("L", (29, 29), 255)
    for y, row in enumerate(modules, 4):
        for x, is_dark in enumerate(row, 4):
            picture.putpixel((x, y), 0 if is_dark else 255)
    target = BytesIO()
    picture.resize((290, 290), Image.Resampling.NEAREST).save(target, "PNG")
    return target.getvalue()


class Smeared(ClueCard):
    """A card whose code has a white stripe across: printed, but not to be read."""

    def draw(self, canvas, box):
        super().draw(canvas, box)
        canvas.draw([Bar(Box(mm(60), mm(108), mm(45), mm(18)), fill=WHITE)], box)


def card(face, text="Rien à lire ici.", kind=ClueCard):
    return kind(face=face, size=A6, blocks=(Text(text=text),))


def face(code="NPBDXF", card_id="P01-C1"):
    return CardFace(
        card_id=card_id,
        title="Carte",
        set_id="TXR9",
        n=1,
        total=2,
        set_label=SET,
        fiction=FICTION,
        path="A",
        path_line="Piste A",
        code=code,
    )


def drawn(*items, title="Jeu"):
    deck = Deck(title=title, author="Essai", sections=(Section(title="Cartes", items=items),))
    target = BytesIO()
    write_deck(deck, sample_look(), target)
    return deck, target.getvalue()


def with_outline(title):
    """An empty page with a table of contents, as another program would write it."""
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target)
    canvas.bookmarkPage("first")
    canvas.addOutlineEntry(title, "first")
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def found(pdf, claim):
    with pytest.raises(PrintError) as caught:
        prove(pdf, claim)
    return [problem.sentence for problem in caught.value.problems]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kit_s_own_sets_pass(language, seed):
    job = job_of(language, 5, seed)
    assert pdf_of(job, job.table.game_title, team_products(job), players_file=deck_name(job))


def test_a_good_page_tells_how_many_codes_were_read():
    deck, pdf = drawn(card(face()), card(face("KTXKDR", "P01-C2")))
    assert prove(pdf, claim_of(deck, ())) == 2


def test_a_code_that_no_reader_can_read_refuses_the_pdf():
    deck, pdf = drawn(card(face(), kind=Smeared))
    assert found(pdf, claim_of(deck, ())) == [
        "P01-C1 Carte: its code NPBDXF cannot be read back from the page."
    ]


def test_a_code_that_is_drawn_in_another_way_is_read_from_the_whole_page():
    deck, pdf = drawn(card(face(), kind=InSquares))
    assert prove(pdf, claim_of(deck, ())) == 1


def test_a_photograph_of_a_code_is_read_too():
    deck, pdf = drawn(card(face(), kind=WithPhoto))
    assert found(pdf, claim_of(deck, ())) == ["P01-C1 Carte: the code KTXKDR on it belongs to another card."]


def test_two_cards_that_swapped_their_codes_are_both_named():
    _deck, pdf = drawn(card(face()), card(face("KTXKDR", "P01-C2")))
    right, _ = drawn(card(face("KTXKDR")), card(face("NPBDXF", "P01-C2")))
    sentences = found(pdf, claim_of(right, ()))
    assert "P01-C1 Carte: the code NPBDXF on it belongs to another card." in sentences
    assert "P01-C2 Carte: its code NPBDXF cannot be read back from the page." in sentences


def test_a_code_beside_all_cards_is_named_by_its_page():
    """Whatever draws a symbol where no card lies: it could hold an answer, or send a scanner astray."""
    deck, pdf = drawn(card(face()), card(face("KTXKDR", "P01-C2")))
    claim = claim_of(deck, ())
    alone = replace(claim, pages=(claim.pages[0][:1],))
    assert found(pdf, alone) == ["PDF 1: the code KTXKDR on it belongs to another card."]


def test_a_symbol_that_holds_an_answer_is_no_card_s_code_and_is_never_drawn():
    deck, _ = drawn(card(face()))
    telling = replace(deck, sections=(Section(title="Cartes", items=(card(face("K7Q4")),)),))
    with pytest.raises(PrintError) as caught:
        proved_pdf(telling, sample_look(), claim_of(telling, ()))
    assert [problem.sentence for problem in caught.value.problems] == [
        "P01-C1 Carte: this is no card code: K7Q4"
    ]


class Telling(ClueCard):
    """A card that bears a symbol which tells an answer."""

    def draw(self, canvas, box):
        super().draw(canvas, box)
        canvas.draw([Code("ZEPHINORD", Box(mm(10), mm(70), mm(25), mm(25)))], box)


def test_a_symbol_on_players_papers_without_codes_refuses_the_pdf():
    deck, pdf = drawn(card(face(code=None), kind=Telling))
    claim = replace(claim_of(deck, ()), secrets=(Secret.of("P9", ("ZEPHINORD",)),))
    assert found(pdf, claim) == ["P01-C1 Carte: the code ZEPHINORD on it belongs to another card."]


def test_a_symbol_drawn_beside_a_card_s_own_refuses_the_pdf():
    deck, pdf = drawn(card(face(), kind=Telling))
    assert found(pdf, claim_of(deck, ())) == [
        "P01-C1 Carte: the code ZEPHINORD on it belongs to another card."
    ]


def test_an_answer_on_a_card_whose_clue_does_not_hold_it_refuses_the_pdf():
    deck, pdf = drawn(card(face(code=None), "Le code est K7 Q4, chut."))
    claim = replace(claim_of(deck, ()), secrets=(Secret.of("P2", ("K7Q4",)),))
    assert found(pdf, claim) == ["P01-C1 Carte: players would read the answer of P2 there."]


def test_an_answer_that_the_clue_itself_holds_is_no_secret():
    _, pdf = drawn(card(face(code=None), "Chambre 417, de 14:25 à 14:45"))
    clue = ExpectedCard(where="P01-C1", box=(0, 0, 105, 148), words="M. Iris 417 14:25")
    assert prove(pdf, Claim(pages=((clue,),), secrets=(Secret.of("P1", ("417",)),))) == 0


@pytest.mark.parametrize("text", ["Zéphinord", "ZEPHI NORD", "zephi-nord", "Le compte ZÉPHINORD."])
def test_an_answer_is_found_however_it_is_written(text):
    deck, pdf = drawn(card(face(code=None), text))
    claim = replace(claim_of(deck, ()), secrets=(Secret.of("P9", ("ZEPHINORD",)),))
    assert found(pdf, claim) == ["P01-C1 Carte: players would read the answer of P9 there."]


def test_every_way_to_write_an_answer_is_one():
    deck, pdf = drawn(card(face(code=None), "Signalez : il faut signaler."))
    claim = replace(claim_of(deck, ()), secrets=(Secret.of("P12", ("SIGNAL", "SIGNALER")),))
    assert found(pdf, claim) == ["P01-C1 Carte: players would read the answer of P12 there."]


def test_an_answer_stands_no_more_often_than_the_clue_needs_it():
    _, pdf = drawn(card(face(code=None), "Chambre 417, oui, la 417."))
    clue = ExpectedCard(where="P01-C1", box=(0, 0, 105, 148), words="M. Iris 417 14:25")
    claim = Claim(pages=((clue,),), secrets=(Secret.of("P1", ("417",)),))
    assert found(pdf, claim) == ["P01-C1: players would read the answer of P1 there."]


def test_what_one_card_may_tell_the_next_may_not():
    job = job_of("fr")
    products = {one.kind: one for one in team_products(job)}
    deck = deck_of(job, "", (products["P1"], products["P5"]))
    claim = claim_of(deck, (job.table,), for_players=True)
    register, *posts = claim.pages
    room = job.table.puzzle("P1").answer
    assert room in "".join(one.words for one in register)
    assert all(room not in one.words for page in posts for one in page)


@pytest.mark.parametrize("place", ["author", "outline"])
def test_nothing_that_the_file_says_of_itself_tells_an_answer(place):
    author = "ZEPHINORD" if place == "author" else "Essai"
    deck = Deck(
        title="Jeu", author=author, sections=(Section(title="Cartes", items=(card(face(code=None)),)),)
    )
    target = BytesIO()
    write_deck(deck, sample_look(), target)
    pdf = target.getvalue()
    if place == "outline":
        pdf = with_outline("ZEPHINORD")
    secrets = (Secret.of("P9", ("ZEPHINORD",)),)
    claim = replace(claim_of(deck, ()), secrets=secrets, file_name="jeu.pdf")
    assert "jeu.pdf: the name or title of the file tells the answer of P9." in found(pdf, claim)


@pytest.mark.parametrize(("text", "is_told"), [("Une page ou PAGES", False), ("Lisez : PAGE", True)])
def test_a_short_word_is_an_answer_only_in_capitals_and_alone(text, is_told):
    deck, pdf = drawn(card(face(code=None), text))
    claim = replace(claim_of(deck, ()), secrets=(Secret.of("P6", ("PAGE",)),))
    if is_told:
        assert found(pdf, claim)
    else:
        assert prove(pdf, claim) == 0


def test_the_title_and_the_name_of_the_file_may_not_tell_an_answer():
    deck, pdf = drawn(card(face(code=None)), title="ZEPHINORD pour demain")
    secrets = (Secret.of("P9", ("ZEPHINORD",)),)
    claim = replace(claim_of(deck, ()), secrets=secrets, file_name="jeu.pdf")
    assert found(pdf, claim) == ["jeu.pdf: the name or title of the file tells the answer of P9."]
    deck, pdf = drawn(card(face(code=None)))
    claim = replace(claim_of(deck, ()), secrets=secrets, file_name="zephi nord.pdf")
    assert found(pdf, claim) == ["zephi nord.pdf: the name or title of the file tells the answer of P9."]


def test_a_file_that_lost_a_page_is_refused():
    deck, _ = drawn(*(card(face("KTXKDR", f"P01-C{n}")) for n in range(6)))
    _, short = drawn(card(face("KTXKDR", "P01-C0")))
    assert "The file has 1 pages instead of 2." in found(short, claim_of(deck, ()))


def test_nothing_is_handed_over_when_a_kit_s_text_gives_an_answer_away():
    job = job_of("fr")
    told = replace(job.table.card_lines, fictive=f"Jeu {job.table.puzzle('P9').answer}")
    leaking = replace(job, table=replace(job.table, card_lines=told))
    with pytest.raises(PrintError) as caught:
        pdf_of(leaking, "Jeu", team_products(leaking), players_file="jeu.pdf")
    assert {problem.values["puzzle"] for problem in caught.value.problems} == {
        "P9",
        "P10",
    }  # it is its account too


def test_drawing_and_proof_are_told_as_one_work():
    deck, _ = drawn(card(face()), card(face("KTXKDR", "P01-C2")))
    steps = []
    proved_pdf(deck, sample_look(), claim_of(deck, ()), lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]


def test_a_deck_of_a_team_claims_its_answers_only_for_players():
    job = job_of("en")
    deck = deck_of(job, "", team_products(job))
    assert claim_of(deck, (job.table,)).secrets == ()
    assert {one.puzzle for one in claim_of(deck, (job.table,), for_players=True).secrets} == {
        puzzle.id for puzzle in job.table.puzzles
    }
