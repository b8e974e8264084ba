"""The yearly sheet of a region: pages, words, nothing of few people."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pypdfium2
import pytest

from benchmarks.region_rows import fill, reporter, sessions
from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.printing.region_sheet import region_sheet, sheet_title
from kit_app.services.services import Services
from kit_app.views.region import RegionSelection
from kit_app.views.region_shown import RegionContents
from tests.fakes import FakeClock
from tests.unit.services.bundled import opened
from tests.unit.services.printing.papers import compact, text_of


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = opened(tmp_path_factory.mktemp("region"), FakeClock())
    with services.region_file.results() as results:
        fill(results, 40, 6, services.clock.wall_ms())
    yield services
    services.close()


def contents(services: Services, language: str, **choices: object) -> RegionContents:
    t = load(resources_dir() / "i18n", language)
    return services.region.contents(RegionSelection(**choices), services.clock.wall_ms(), t)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("year", [None, 2025, 1999])
def test_the_sheet_has_one_or_two_pages(services: Services, language: str, year: int | None) -> None:
    t = load(resources_dir() / "i18n", language)
    made = region_sheet(contents(services, language, year=year), year, t)
    with pypdfium2.PdfDocument(made.pdf) as document:
        assert len(document) == made.pages <= 2
    assert compact(sheet_title(year, t)) in compact(text_of(made.pdf))


def test_it_says_what_the_page_shows(services: Services) -> None:
    t = load(resources_dir() / "i18n", "en")
    told = contents(services, "en", year=2025)
    text = compact(text_of(region_sheet(told, 2025, t).pdf))
    for words in (
        f"{told.overview.facilities} of 40 that sent something",
        "People by sector",
        "Puzzles that needed most help",
        "Facilities that sent nothing for a year",
        next(one.name for one in told.facilities if one.is_silent),
        f"{told.overview.people}",
        told.hardest[0][1].count.title,
    ):
        assert compact(words) in text, words


def test_few_people_are_told_nowhere_on_it(tmp_path) -> None:
    services = opened(tmp_path, FakeClock())
    few = replace(next(sessions(0, 1, Random(1), teams=1)), people=3, year=2025)
    with services.region_file.results() as results:
        results.add(reporter(0, services.clock.wall_ms()), [few])
    t = load(resources_dir() / "i18n", "en")
    told = services.region.contents(RegionSelection(year=2025), services.clock.wall_ms(), t)
    text = text_of(region_sheet(told, 2025, t).pdf)
    services.close()
    assert compact("fewer than 5: other numbers are hidden") in compact(text)
    assert compact("Finish in time") not in compact(text)
    assert "< 5" in text


def test_many_facilities_without_news_leave_it_two_pages(tmp_path) -> None:
    services = opened(tmp_path, FakeClock())
    with services.region_file.results() as results:
        fill(results, 400, 1, services.clock.wall_ms())
    t = load(resources_dir() / "i18n", "fr")
    told = services.region.contents(RegionSelection(), services.clock.wall_ms(), t)
    made = region_sheet(told, None, t)
    services.close()
    assert told.overview.silent > 40
    assert made.pages == 2
    assert compact(f"et {told.overview.silent - 24} autres, dans le logiciel") in compact(text_of(made.pdf))
