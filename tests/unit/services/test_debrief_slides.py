"""Slides are read from the last row at every size, long own rules wrap, files say what the screen says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kit_app.assets import resources_dir
from kit_app.cli.arguments import parser
from kit_app.cli.debriefs import write_debrief
from kit_app.domain.facility import Contact, Facility, rule_key
from kit_app.domain.plan import SessionPlan
from kit_app.errors import ExportError, StorageError
from kit_app.i18n import Catalogue, load
from kit_app.services.debriefing import debrief_from, debrief_of
from kit_app.services.printing.debrief_handout import handout_pdf
from kit_app.services.printing.debrief_slides import look_of, slide_items, slide_picture, slides_pdf
from kit_app.services.printing.job import PrintJob
from kit_app.services.printing.jobs import print_job
from kit_app.services.printing.preview import page_count, page_size_mm, read_pages
from kit_app.services.services import Services
from kit_app.views.slides import Debrief
from printables.layout.boxes import Size
from printables.layout.pieces import Words
from printables.products.slides import EDGE, HEIGHT, LEAST
from printables.units import mm
from tests.fakes import FakeClock
from tests.golden.talks import Course, played
from tests.unit.services.bundled import opened

EN = Catalogue("en")
LONG_RULE = (
    "Chez nous, le registre des visites est remplacé par une fiche individuelle, rangée dans le classeur "
    "fermé de l'accueil ; l'agent accompagne toujours la personne jusqu'au service et note son départ. "
) * 3
SCREENS = {"4:3": (1024, 768), "16:10": (1280, 800), "16:9": (1920, 1080), "4K": (3840, 2160)}


@dataclass(frozen=True, slots=True)
class Played:
    services: Services
    plan: SessionPlan


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    services = opened(tmp_path_factory.mktemp("talk") / "data", FakeClock())
    draft = services.sessions.draft(facility="Hôpital de Brévalon", language="fr")
    plan = services.sessions.save(replace(draft, name="Evening", date="2026-11-24", time="18:30")).plan
    played(services, plan, 1, Course(skipped=("P5", "P6", "P7"), hints={"P2": 1}))
    yield Played(services, plan)
    services.close()


def job_of(evening: Played, language: str = "fr") -> PrintJob:
    words = load(resources_dir() / "i18n", language)
    kit = evening.services.library.kit_of(evening.plan)
    plan = evening.plan if language == "fr" else replace(evening.plan, language=language, deals=())
    return print_job(kit, plan, 1, words, evening.services.profile.issuer())


def talk(evening: Played, language: str = "fr", **rules: str) -> Debrief:
    contacts = {"helpdesk": Contact(number="01 99 00 45 67", name="Support informatique du groupement")}
    facility = Facility(
        name="Hôpital",
        contacts=contacts,
        procedures={rule_key("sant-escape", one): rule for one, rule in rules.items()},
    )
    job = replace(job_of(evening, language), facility=facility)
    return debrief_from(job, evening.services.results.of_session(evening.plan.id), EN)


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.text.split()) for page in read_pages(pdf, {}, with_text=True))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_everything_can_be_read_from_the_last_row(evening: Played, screen: str, language: str) -> None:
    width, height = SCREENS[screen]
    size = Size(HEIGHT * (width / height), HEIGHT)
    debrief = talk(evening, language, P5=LONG_RULE, P2="Bac fermé au bout du couloir.", P12=LONG_RULE)
    look = look_of(debrief)
    for item in slide_items(debrief, size):
        assert item.problems(look) == []
        words = [piece for piece in item._composed(look)[0] if isinstance(piece, Words) and piece.text]
        letters = [one for one in words if len(one.text) > 1]  # a path's letter stands in its shape
        assert min(one.size / size.height for one in letters) >= LEAST - 0.0001, item.title
        for one in words:
            assert one.x >= size.width * (EDGE - 0.002), (item.title, one.text)
            right = one.x + one.face.width(one.text, one.size)
            assert right <= size.width * (1 - EDGE + 0.002), (item.title, one.text)
            assert size.height * 0.05 <= one.y <= size.height * 0.951, (item.title, one.text)
        assert not list(overlapping(words)), item.title


def overlapping(words: list[Words]) -> Iterator[tuple[str, str]]:
    """Words whose lines lie over one another."""
    boxes = [
        (one.x, one.y - one.size * one.face.capital, one.x + one.face.width(one.text, one.size), one.y, one)
        for one in words
    ]
    for number, first in enumerate(boxes):
        for second in boxes[number + 1 :]:
            apart = first[2] <= second[0] + mm(0.01) or second[2] <= first[0] + mm(0.01)
            if not apart and first[1] < second[3] and second[1] < first[3]:
                yield first[4].text, second[4].text


@pytest.mark.parametrize("screen", ["4:3", "16:9"])
def test_a_slide_fills_the_screen(evening: Played, screen: str) -> None:
    width, height = SCREENS[screen]
    debrief = talk(evening)
    picture = slide_picture(debrief.steps[1].slide, debrief, width, height)
    assert abs(picture.width - width) <= 2
    assert abs(picture.height - height) <= 2


def test_a_long_rule_has_slides_of_its_own_and_all_of_it_is_there(evening: Played) -> None:
    debrief = talk(evening, P5=LONG_RULE, P2="Bac fermé au bout du couloir.")
    slides = {step.slide.id: step.slide for step in debrief.steps}
    pages = [
        slide.question
        for ident, slide in slides.items()
        if ident.startswith("people/P5/") and "task" not in ident
    ]
    assert " ".join(pages) == LONG_RULE.strip()
    assert slides["places/P2"].own.startswith("Chez nous\N{NO-BREAK SPACE}: Bac fermé")
    assert sum(step.seconds for step in debrief.steps) == pytest.approx(25 * 60)


def test_the_file_says_what_the_screen_says_and_no_code(evening: Played) -> None:
    debrief = talk(evening)
    pdf = slides_pdf(debrief)
    assert page_count(pdf) == len(debrief.steps)
    width, height = page_size_mm(pdf, 0)
    assert width / height == pytest.approx(16 / 9, abs=0.01)
    text = words_of(pdf)
    assert "Je raccroche et je rappelle au numéro de l'annuaire" in text
    assert "Pas atteinte pendant le jeu" in text
    table = evening.services.sessions.tables(evening.plan)[0]
    codes = [card.code for card in table.cards]
    assert codes
    assert not [code for code in codes if code in text]


def test_the_sheet_is_one_page_each_with_own_rules_and_numbers(evening: Played) -> None:
    rules = {f"P{number}": LONG_RULE for number in range(1, 13)}
    debrief = talk(evening, **rules)
    assert page_count(handout_pdf(debrief)) == 1
    assert page_count(handout_pdf(debrief, copies=debrief.people)) == debrief.people == 5
    text = words_of(handout_pdf(talk(evening, P2="Bac fermé au bout du couloir.")))
    assert "Bac fermé au bout du couloir." in text
    assert "01 99 00 45 67" in text
    reflexes = [one.reflex.split(" ")[0] for one in debrief.reflexes]
    assert len(reflexes) == 12


def test_strange_characters_of_a_profile_are_left_out(evening: Played) -> None:
    debrief = talk(evening, P2="Bac 🗑 fermé " + "x" * 90)
    assert "Bac fermé" in words_of(slides_pdf(debrief)).replace("  ", " ")


def test_a_kit_without_slides_still_gets_a_talk(evening: Played) -> None:
    job = job_of(evening)
    papers = tuple(replace(one, slides=()) for one in job.kit.papers)
    old = replace(job, kit=replace(job.kit, papers=papers))
    debrief = debrief_from(old, evening.services.results.of_session(evening.plan.id), EN)
    ids = [step.slide.id for step in debrief.steps]
    assert ids[:2] == ["front", "thread"]
    assert {"path-A", "path-A/P2", "path-D/P12"} <= set(ids)
    assert page_count(slides_pdf(debrief)) == len(ids)


def test_the_command_writes_slides_or_sheets(evening: Played, tmp_path: Path, capsys) -> None:
    def ask(*words: str) -> None:
        options = parser(EN).parse_args(["debrief", evening.plan.id[:8], *words])
        write_debrief(evening.services, options, EN)

    ask("--out", str(tmp_path / "slides.pdf"), "--minutes", "15")
    ask("--out", str(tmp_path / "sheets.pdf"), "--hand-out", "--team", "1")
    assert "slides.pdf" in capsys.readouterr().out
    assert page_count((tmp_path / "slides.pdf").read_bytes()) < len(talk(evening).steps)
    assert page_count((tmp_path / "sheets.pdf").read_bytes()) == 5
    with pytest.raises(ExportError):
        ask("--out", str(tmp_path / "slides.pdf"))


def test_without_a_finished_game_there_is_no_talk(evening: Played) -> None:
    with pytest.raises(StorageError):
        debrief_of(evening.services, evening.plan.id, EN, team=2)


def test_a_talk_has_the_rules_of_the_facility_where_it_was_played(evening: Played) -> None:
    profile = evening.services.profile
    profile.save(Facility(name=evening.plan.facility, procedures={"sant-escape/P6": "Rappeler le 4567."}))
    profile.add(Facility(name="Les Tilleuls", procedures={"sant-escape/P6": "Rappeler le 18."}))
    told = debrief_of(evening.services, evening.plan.id, EN)
    assert "Rappeler le 4567." in {one.rule for one in told.reflexes}
    own = next(step.slide.own for step in told.steps if step.slide.id == "people/P6")
    assert "Rappeler le 4567." in own
