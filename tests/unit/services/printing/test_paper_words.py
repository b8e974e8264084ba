"""What the kit's papers say in every variant, sector and language: nothing left over, foreign or false."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.facility import Contact, Facility
from kit_app.domain.papers import PosterWords, SignWords, played_words
from kit_app.domain.spelling import places
from kit_app.i18n import NBSP, load
from kit_app.mechanisms.filling import texts
from kit_app.services.printing.decks import set_products
from kit_app.services.printing.job import PrintJob
from kit_app.services.printing.jobs import print_job
from kit_app.services.printing.kit_papers import session_papers
from kit_app.services.printing.paper_places import all_places, filled_texts
from printables.layout.pieces import Words
from printables.products.deck import Item
from printables.products.sheet import Part, Turned
from printables.products.two_sided import TwoSided
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import plan_of

LANGUAGES = ("fr", "en")
VARIANTS = tuple(one.id for one in bundled_kit().variants)
SECTORS = tuple(one.id for one in bundled_kit().sectors)
EVERY = tuple((variant, sector) for variant in VARIANTS for sector in SECTORS)
SOME = tuple(zip(VARIANTS, SECTORS, strict=True))
"""Every variant once, and every sector once."""

FOREIGN = {
    "fr": "the and with your you what when which this that from they their have hint answer team is are who",
    "en": "le la les des du une est vous nous dans avec pour que qui sur votre sont cette mais indice",
}
"""Words of the other language which nobody writes by chance."""

HOST = Facility(
    name="Brévalon",
    short_name="Brévalon",
    contacts={one.id: Contact(number="01 99 00 12 34") for one in bundled_kit().contacts},
)
WORKSHOP = r"[{}]|\bNone\b|TODO|lorem|placeholder"

in_every_choice = pytest.mark.parametrize(
    ("variant", "sector"),
    [pytest.param(*one, marks=() if one in SOME else pytest.mark.long) for one in EVERY],
)
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def job_of(language: str, variant: str, sector: str) -> PrintJob:
    kit = bundled_kit()
    length = kit.variant(variant)
    plan = replace(
        plan_of(language),
        variant=variant,
        sector=sector,
        duration_min=length.minutes,
        name="Brévalon",
        facility="",
        room="Brévalon",
    )
    job = print_job(kit, plan, 1, load(resources_dir() / "i18n", language))
    return replace(job, kit=kit.in_choice(variant, sector), facility=HOST, today=date(2026, 11, 26))


@cache
def said_by(language: str, variant: str, sector: str) -> dict[str, tuple[str, ...]]:
    """The texts of each paper as the kit has them, filled."""
    job = job_of(language, variant, sector)
    played = job.kit.variant(variant).puzzles
    words = {ident: played_words(own, played) for ident, own in job.kit.paper_words[language].items()}
    return {spec.id: tuple(texts(filled_texts(words[spec.id], all_places(job)))) for spec in job.kit.papers}


@cache
def printed_by(language: str, variant: str, sector: str) -> dict[str, tuple[str, ...]]:
    """What is drawn on each paper, line by line, with what the program makes."""
    job = job_of(language, variant, sector)
    shelves = ("players", "facilitator", "room", "awareness")
    return {
        paper.kind: tuple(line for item in paper.items for line in _lines(item, job))
        for paper in session_papers(job, shelves, set_products)
    }


def _lines(item: Item, job: PrintJob) -> Iterator[str]:
    for side in (item.front, item.back) if isinstance(item, TwoSided) else (item,):
        compose = getattr(side, "_composed", None)
        drawn = compose(job.look) if compose else side
        parts = drawn[0] if isinstance(drawn, tuple) else getattr(drawn, "pieces", None)
        if parts is None:
            yield from texts(side)
        else:
            yield from (part.text for part in _flat(parts) if isinstance(part, Words))


def _flat(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield from part.pieces if isinstance(part, Turned) else (part,)


def one_line(lines: tuple[str, ...]) -> str:
    return " ".join(lines).replace(NBSP, " ")


@in_each_language
@in_every_choice
def test_every_paper_is_printed_without_a_brace_or_a_word_of_the_workshop(
    language: str, variant: str, sector: str
) -> None:
    printed = printed_by(language, variant, sector)
    assert set(printed) == {spec.id for spec in bundled_kit().papers}
    for paper, lines in printed.items():
        assert re.findall(WORKSHOP, one_line(lines)) == [], paper


@in_each_language
@in_every_choice
def test_every_paper_fits_its_sheet(language: str, variant: str, sector: str) -> None:
    job = job_of(language, variant, sector)
    shelves = ("players", "facilitator", "room", "awareness")
    for paper in session_papers(job, shelves, set_products):
        assert [problem for item in paper.items for problem in item.problems(job.look)] == [], paper.kind


@in_each_language
@in_every_choice
def test_texts_have_neither_double_spaces_nor_spaces_at_their_ends(
    language: str, variant: str, sector: str
) -> None:
    for paper, said in said_by(language, variant, sector).items():
        assert [text for text in said if "  " in text or text != text.strip()] == [], paper


MISSET = {
    "fr": r"[^\W\d] ?\.\.\.|[^\W\d][:;?!](?=\s|$)|«(?![ \u00a0])|(?<![ \u00a0])»|[’\"]",
    "en": r"[^\W\d] ?\.\.\.| [:;?!](?=\s|$)|[«»’\"]",
}
"""Marks set as the other language sets them, and those of a typewriter."""


@in_each_language
@in_every_choice
def test_marks_are_set_as_the_language_sets_them(language: str, variant: str, sector: str) -> None:
    for paper, said in said_by(language, variant, sector).items():
        assert [text for text in said if re.search(MISSET[language], text)] == [], paper


@in_each_language
@in_every_choice
def test_no_paper_falls_into_the_other_language(language: str, variant: str, sector: str) -> None:
    job = job_of(language, variant, sector)
    names = {*job.kit.words[language].names.values(), *(fact.source for fact in job.kit.facts)}
    names |= {role.badge_name for role in job.kit.words[language].roles.values()} - {""}
    foreign = re.compile(rf"\b(?:{'|'.join(FOREIGN[language].split())})\b", re.IGNORECASE)
    for paper, lines in printed_by(language, variant, sector).items():
        text = re.sub(r"\s+", " ", one_line(lines))
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, "·")
        assert [text[max(0, one.start() - 30) : one.end() + 30] for one in foreign.finditer(text)] == [], (
            paper
        )


@in_each_language
@in_every_choice
def test_nothing_is_left_to_fill_in_by_hand_that_is_known(language: str, variant: str, sector: str) -> None:
    job = job_of(language, variant, sector)
    known = all_places(job)
    for spec in job.kit.papers:
        words = job.kit.paper_words[language][spec.id]
        named = {place for text in texts(words) for place in places(text)}
        assert named - known.keys() == set(), spec.id


THINGS = {
    "P3": ("cache", "mask"),
    "P4": ("chemise", "folder"),
    "P6": ("cartes d'appel", "call cards"),
    "P7": ("messages", "messages"),
    "P8": ("journaux", "logs"),
    "X1": ("télétravailleur", "teleworker"),
    "X2": ("fournisseur", "supplier"),
}
"""A word of the set-up list that is there when a puzzle is played, in each language."""


@in_each_language
@in_every_choice
def test_the_set_up_list_counts_what_the_variant_has(language: str, variant: str, sector: str) -> None:
    played = job_of(language, variant, sector).kit.variant(variant).puzzles
    said = said_by(language, variant, sector)["checklists"]
    text = one_line(said[: said.index("Salle" if language == "fr" else "Room")]).casefold()
    text = text[text.index("crayons" if language == "fr" else "pencils") :]
    there = {puzzle for puzzle, words in THINGS.items() if words[LANGUAGES.index(language)] in text}
    assert there == {puzzle for puzzle in THINGS if puzzle in played}


@in_each_language
@in_every_choice
def test_a_tray_is_bought_and_kept_only_where_papers_lie_in_one(
    language: str, variant: str, sector: str
) -> None:
    printed = one_line(printed_by(language, variant, sector)["stock"])
    bought = "bac à courrier" if language == "fr" else "letter tray"
    kept = "Bac étiqueté" if language == "fr" else "Tray labelled"
    is_played = "P4" in job_of(language, variant, sector).kit.variant(variant).puzzles
    assert (bought in printed, kept in printed) == (is_played, is_played)


@in_each_language
@in_every_choice
def test_the_debrief_has_the_minutes_of_its_slot(language: str, variant: str, sector: str) -> None:
    said = one_line(said_by(language, variant, sector)["debrief"])
    ends = [int(end) for end in re.findall(r"\(\d+ (?:à|to) (\d+) min\)", said)]
    whole = {"30": 15, "60": 30}.get(variant, 25)
    assert said.count(f"{whole} minutes") == 2
    assert ends == sorted(ends)
    assert max(ends) == min(whole, 25)


@in_each_language
@in_every_choice
def test_the_short_game_does_not_speak_of_the_records_that_it_leaves_out(
    language: str, variant: str, sector: str
) -> None:
    said = said_by(language, variant, sector)
    named = any("Aline" in text for paper in ("guide", "debrief") for text in said[paper])
    swapped = any("inversés" in text or "swapped" in text for text in said["debrief"])
    assert (named, swapped) == ((False, False) if variant == "30" else (True, True))


MEDICO = {"fr": r"\bpatients?\b|\bpatientes?\b|copieur", "en": r"\bpatients?\b|copier"}


@in_each_language
def test_players_of_a_care_home_read_of_residents(language: str) -> None:
    for variant in VARIANTS:
        said = said_by(language, variant, "medico-social")
        for paper in (*(one.id for one in bundled_kit().papers if one.shelf == "players"), "checklists"):
            assert re.findall(MEDICO[language], one_line(said[paper])) == [], paper


def test_signs_are_short_enough_to_be_read_from_afar() -> None:
    kit = bundled_kit()
    for words in kit.paper_words.values():
        signs = [words[spec.id] for spec in kit.papers if spec.kind == "sign"]
        assert all(isinstance(sign, SignWords) and len(sign.title) <= 20 for sign in signs)


@in_each_language
def test_a_poster_says_it_in_twelve_words(language: str) -> None:
    kit = bundled_kit()
    for spec in kit.papers:
        if spec.kind == "poster":
            words = kit.paper_words[language][spec.id]
            assert isinstance(words, PosterWords)
            assert len(re.findall(r"[\w'’]+", " ".join(words.slogan))) <= 12, words.slogan


STRESS = ("incident-card", "incident-wall", "whom-to-call-card", "telework-card")


@in_each_language
@in_every_choice
def test_who_reads_under_stress_reads_short_sentences(language: str, variant: str, sector: str) -> None:
    for paper in STRESS:
        for text in said_by(language, variant, sector)[paper]:
            for sentence in re.split(r"[.?!:;·](?:\s|$)", text):
                assert len(re.findall(r"[^\W\d][\w'’-]*", sentence)) <= 20, (paper, sentence)
