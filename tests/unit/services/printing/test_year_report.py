"""The report of a year, the poster of the counter and the register's entry: pages, words, few people."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.game_facts import filled
from kit_app.assets import resources_dir
from kit_app.domain.facility import Facility
from kit_app.domain.questionnaire import Sheet
from kit_app.errors import PrintError
from kit_app.game.learning import counts_of
from kit_app.i18n import load
from kit_app.services.learning_rows import learning_tables
from kit_app.services.printing.counter_poster import counter_poster
from kit_app.services.printing.record_paper import record_pdf
from kit_app.services.printing.year_report import report_title, year_report
from kit_app.services.privacy import HeldNow, holdings, processing_record
from kit_app.services.services import Services
from kit_app.storage.store import open_store
from kit_app.views.exports import Contents
from kit_app.views.facts import Selection
from tests.fakes import FakeClock
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.bundled import opened
from tests.unit.services.printing.papers import compact, text_of

QUESTIONS = bundled_kit().questionnaire


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("years")
    store = open_store(folder, 0)
    filled(store, 200)
    store.close()
    services = opened(folder, FakeClock())
    yield services
    services.close()


def contents(services: Services, language: str, **choices: object) -> Contents:
    t = load(resources_dir() / "i18n", language)
    return services.statistics.contents(Selection(**choices), "Hôpital \N{PARTY POPPER}", "2026-11-24", t)


def pages_of(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("year", [None, 2025, 1999])
def test_the_report_has_one_to_three_pages(services: Services, language: str, year: int | None) -> None:
    t = load(resources_dir() / "i18n", language)
    pdf = year_report(contents(services, language, year=year), report_title(year, t), t)
    assert 1 <= pages_of(pdf) <= 3
    assert f"/Lang ({language})".encode() in pdf


@pytest.mark.parametrize("language", ["fr", "en"])
def test_with_what_was_learnt_it_still_has_three_pages(services: Services, language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    sheets = [
        Sheet(moment=moment, number=number, answers={one.id: one.right for one in QUESTIONS}, grades={})
        for moment in ("before", "after", "month")
        for number in range(1, 9)
    ]
    learnt = learning_tables(counts_of(sheets, QUESTIONS), {}, t)
    assert len(learnt) == 2
    told = replace(contents(services, language), learning=learnt)
    pdf = year_report(told, report_title(None, t), t)
    assert pages_of(pdf) <= 3
    assert compact(learnt[1].title) in compact(text_of(pdf))


def test_a_report_without_a_facility_names_a_font_for_all_its_words(services: Services) -> None:
    t = load(resources_dir() / "i18n", "fr")
    pdf = year_report(replace(contents(services, "fr"), facility=""), report_title(None, t), t)
    packed = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    pages = [found for one in packed if b" Tf " in (found := unpacked(one))]
    assert len(pages) == pages_of(pdf)
    assert not any(re.search(rb"Td +[\d.]+ Tf|\(\) Tj", page) for page in pages)


def unpacked(stream: bytes) -> bytes:
    """What a stream holds; nothing where it is not squeezed."""
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


def test_the_report_says_the_same_as_the_window(services: Services) -> None:
    t = load(resources_dir() / "i18n", "en")
    told = contents(services, "en", year=2025)
    text = compact(text_of(year_report(told, "Results", t)))
    for row in told.services.rows:
        assert compact(f"{row.name}") in text and compact(row.total) in text
    for line in told.puzzles:
        assert compact(line.count.title) in text
    assert compact("How this was counted") in text


def test_few_people_are_hidden_in_the_report(services: Services) -> None:
    t = load(resources_dir() / "i18n", "en")
    found = (
        contents(services, "en", year=year, service=f"Service {number}", variant=variant)
        for year in range(2022, 2027)
        for number in range(12)
        for variant in ("45-full", "45-light", "30")
    )
    rare = next(one for one in found if one.games and one.people is None)
    text = compact(text_of(year_report(rare, "Results", t)))
    assert compact("fewer than 5: other numbers are hidden") in text
    assert compact("How the games were led") not in text


def test_the_same_results_give_the_same_bytes(services: Services) -> None:
    t = load(resources_dir() / "i18n", "fr")
    told = contents(services, "fr")
    assert year_report(told, "R", t) == year_report(told, "R", t)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_poster_is_one_page_with_the_number(services: Services, language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    told = contents(services, language)
    pdf = counter_poster(told, None, t)
    assert pages_of(pdf) == 1
    assert told.people is not None
    digits = "".join(filter(str.isdigit, text_of(pdf)))
    assert str(told.people) in digits


def test_a_poster_of_few_people_is_refused(services: Services) -> None:
    t = load(resources_dir() / "i18n", "en")
    with pytest.raises(PrintError, match="Fewer than five"):
        counter_poster(contents(services, "en", year=1999), 1999, t)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_entry_of_the_register_is_printed_with_all_that_is_held(language: str, tmp_path: Path) -> None:
    t = load(resources_dir() / "i18n", language)
    record = processing_record(Facility(name="Hôpital de Brévalon"), 36, t)
    held = holdings(36, HeldNow(**dict.fromkeys((one.name for one in fields(HeldNow)), 1234)), t)
    pdf = record_pdf(record, held, t)
    text = compact(text_of(pdf))
    assert pages_of(pdf) <= 2
    for name, _words in record:
        assert compact(name) in text
    for one in held:
        assert compact(one.what) in text
