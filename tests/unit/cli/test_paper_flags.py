"""The flags of `print` and `papers` that say how the sheets are wanted."""

from pathlib import Path
from typing import get_args

import pytest

from kit_app.cli.arguments import parser
from kit_app.cli.papers import paper_wish, write
from kit_app.errors import ExportError
from kit_app.i18n import Catalogue
from kit_app.views.paper import Edition, PaperWish
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened, teams

PRINT = ("print", "45", "--out", "x")


def wish(*words: str) -> PaperWish:
    return paper_wish(parser(Catalogue("en")).parse_args([*PRINT, *words]))


def test_without_a_flag_the_sheets_are_as_usual() -> None:
    assert wish() == PaperWish()


@pytest.mark.parametrize("edition", get_args(Edition))
def test_every_edition_has_its_word(edition: str) -> None:
    assert wish("--edition", edition).edition == edition


def test_flags_say_ink_film_paper_and_sides() -> None:
    found = wish("--edition", "grey", "--ink-saving", "--film", "--paper", "letter", "--sides", "long")
    assert found == PaperWish(edition="grey", saves_ink=True, on_film=True, paper="letter", sides="long")


def test_papers_to_hang_up_know_the_same_flags() -> None:
    options = parser(Catalogue("en")).parse_args(["papers", "--out", "x", "--edition", "contrast"])
    assert paper_wish(options).edition == "contrast"


def test_what_a_session_has_once_is_written_though_its_other_teams_lack_it(tmp_path: Path) -> None:
    services = opened(tmp_path / "data", FakeClock())
    plan = services.sessions.save(draft(services, teams=teams("Les Indiscrets", "Les Fouineurs"))).plan
    words = ["print", plan.id, "--out", str(tmp_path / "papers")]
    write(services, parser(Catalogue("en")).parse_args([*words, "--only", "attendance"]), Catalogue("en"))
    assert len(list((tmp_path / "papers").iterdir())) == 1
    with pytest.raises(ExportError, match="nothing called.*There are: .*P1.*attendance"):
        write(services, parser(Catalogue("en")).parse_args([*words, "--only", "nobody"]), Catalogue("en"))
    services.close()
