"""The bundled kit in every edition: the same codes, nothing cut off, everything readable."""

from functools import cache
from itertools import product

import pytest

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.printing.claims import faces_of
from kit_app.services.printing.desk import (
    Papers,
    cards_named,
    facilitator_papers,
    made,
    made_card,
    players_papers,
    shelf_papers,
)
from kit_app.services.printing.door import pdf_of
from kit_app.services.printing.job import NOBODY
from kit_app.services.printing.large_print import enlarged
from kit_app.services.printing.preview import page_size_mm
from kit_app.services.printing.wishes import as_wished, choice_of
from kit_app.views.paper import PaperPdf, PaperWish
from printables.layout.boxes import A3, A4
from printables.products.enlarged import Enlarged, Half
from printables.products.folder import FolderSheet
from printables.products.mask import MaskSheet, PlanSheet
from printables.products.poster import Poster
from printables.products.sign import Sign
from printables.products.strips import StripsSheet
from printables.products.wheel import DiscSheet
from printables.units import pt
from tests.legible import colours_of, poor_words
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import codes_in, job_of, pictures, plan_of, text_of

WISHES = {
    "ink": PaperWish(saves_ink=True),
    "grey": PaperWish(edition="grey"),
    "grey-ink": PaperWish(edition="grey", saves_ink=True),
    "contrast": PaperWish(edition="contrast"),
    "large": PaperWish(edition="large"),
    "large-contrast": PaperWish(edition="large-contrast"),
    "large-A3": PaperWish(edition="large", paper="A3", sides="long"),
    "large-letter": PaperWish(edition="large", paper="letter", margin_mm=6),
}
WHO = ("players", "facilitator", "shelf")
QUICK = {("players", "fr", "large-contrast")}
ALL = [
    pytest.param(*one, marks=() if one in QUICK else pytest.mark.long)
    for one in product(WHO, ("fr", "en"), WISHES)
]


@cache
def papers_of(who: str, language: str) -> Papers:
    t = load(resources_dir() / "i18n", language)
    if who == "players":
        return players_papers(bundled_kit(), plan_of(language), 1, t)
    if who == "facilitator":
        return facilitator_papers(bundled_kit(), plan_of(language), t)
    return shelf_papers(bundled_kit(), NOBODY, t)


@cache
def whole(who: str, language: str, name: str) -> PaperPdf:
    """The proved PDF of all lines; making it fails where a text is cut off or a code is not read back."""
    papers = papers_of(who, language)
    wish = WISHES[name] if name else PaperWish()
    return made(papers, [line.ident for line in papers.lines()], wish=wish)


def codes_of(papers: Papers, wish: PaperWish) -> list[str]:
    """The codes that the things shown bear, sheet after sheet."""
    return [
        face.code
        for lot in papers.lots
        for item in as_wished(lot.product.items, wish, lot.job.look, lot.job.t)
        for face in faces_of(item)
        if face.code is not None
    ]


@pytest.mark.parametrize(("who", "language", "name"), ALL)
def test_an_edition_fits_and_shows_the_same_codes(who: str, language: str, name: str) -> None:
    papers = papers_of(who, language)
    found = whole(who, language, name)
    assert found.needs.codes == len(codes_of(papers, PaperWish()))
    assert codes_of(papers, WISHES[name]) == codes_of(papers, PaperWish())


@pytest.mark.parametrize(("who", "language", "name"), ALL)
def test_every_word_of_an_edition_can_be_read(who: str, language: str, name: str) -> None:
    assert list(poor_words(whole(who, language, name).pdf)) == []


@pytest.mark.parametrize(("who", "language", "name"), [one for one in ALL if "grey" in str(one.values[2])])
def test_an_edition_in_greys_has_no_colour_left(who: str, language: str, name: str) -> None:
    found = whole(who, language, name)
    assert all(len(set(colour)) == 1 for colour in colours_of(found.pdf))
    assert found.needs.colour_pages == 0


def test_large_print_makes_everything_larger_that_is_not_large_already() -> None:
    papers = papers_of("players", "fr")
    wish = WISHES["large"]
    for lot in papers.lots:
        for item in as_wished(lot.product.items, wish, lot.job.look, lot.job.t):
            side = getattr(item, "front", item)
            if isinstance(side, StripsSheet | PlanSheet | MaskSheet):
                assert side.how_size >= pt(17)
            elif isinstance(side, Half):
                assert side.scale > 1.33, side.title
            else:
                assert isinstance(side, Enlarged | Poster | Sign | FolderSheet), side.title


def test_plan_and_mask_keep_one_scale_and_so_do_both_discs() -> None:
    papers = papers_of("players", "fr")
    for paper in ("A4", "A3"):
        wish = PaperWish(edition="large", paper=paper)
        kinds = {}
        for lot in papers.lots:
            for item in as_wished(lot.product.items, wish, lot.job.look, lot.job.t):
                inner = item.item if isinstance(item, Enlarged) else item
                kinds.setdefault(type(inner), set()).add((type(item), item.size))
        assert kinds[PlanSheet] == {(PlanSheet, A4)}
        assert kinds[MaskSheet] == {(MaskSheet, A4)}
        assert kinds[DiscSheet] == {(Enlarged, A4)}


def test_a_page_fills_one_sheet_of_a3_or_two_of_a4() -> None:
    papers = papers_of("players", "en")
    lot = next(lot for lot in papers.lots if lot.ident == "P1")
    (register,) = lot.product.items
    for wish, sizes in ((WISHES["large-A3"], [A3]), (WISHES["large"], [A4.turned, A4.turned])):
        found = enlarged(register, choice_of(wish), lot.job.look, lot.job.t)
        assert [item.size for item in found] == sizes


def test_addresses_are_spelled_in_large_print() -> None:
    papers = papers_of("players", "fr")
    text = text_of(made(papers, ["P7"], wish=WISHES["large"]).pdf)
    assert "@zephilog.example" in text_of(made(papers, ["P7"]).pdf)
    assert "@zephilog.example" not in text
    assert "@zephilog.example" in text.replace(" ", "")


def test_a_mask_on_film_is_one_transparency_less_card_and_less_work() -> None:
    papers = papers_of("players", "fr")
    on_card = made(papers, ["P3"]).needs
    on_film = made(papers, ["P3"], wish=PaperWish(on_film=True))
    assert (on_card.film_sheets, on_film.needs.film_sheets) == (0, 1)
    assert on_film.needs.card_sheets == on_card.card_sheets - 1
    assert on_film.needs.cutting_min < on_card.cutting_min
    assert "Sur film transparent" in text_of(on_film.pdf)


def test_a_film_is_a_sheet_of_its_own_on_larger_paper() -> None:
    papers = papers_of("players", "fr")
    found = made(papers, ["P3"], wish=PaperWish(on_film=True, paper="A3"))
    assert page_size_mm(found.pdf, 0) == pytest.approx((420, 297), abs=0.2)
    assert page_size_mm(found.pdf, 1) == pytest.approx((210, 297), abs=0.2)
    assert (found.needs.sheets, found.needs.film_sheets) == (2, 1)


def test_a_lost_card_is_printed_again_as_its_edition_was() -> None:
    papers, wish = papers_of("players", "fr"), WISHES["large-contrast"]
    card = cards_named(papers, "P05-S3", wish)[0]
    assert card is not None and card.places == 4
    alone = made_card(papers, card, 2, wish=wish)
    assert colours_of(alone.pdf) <= {(0, 0, 0), (255, 255, 255)}
    register = cards_named(papers, "P01-C1", wish)[0]
    assert register is not None
    both = made_card(papers, register, 0, wish=wish)
    assert both.pages == 2
    assert [len(codes_in(page)) for page in pictures(both.pdf, 100)] == [0, 1]


def test_large_print_is_no_booklet() -> None:
    wish = PaperWish(edition="large", order="booklet")
    assert choice_of(wish) == choice_of(PaperWish())


def test_whole_files_are_written_as_wished_too() -> None:
    job = job_of("fr")
    papers = papers_of("players", "fr")
    products = [lot.product for lot in papers.lots if lot.ident == "P6"]
    assert colours_of(pdf_of(job, "x", products, wish=WISHES["contrast"])) == {(0, 0, 0), (255, 255, 255)}
