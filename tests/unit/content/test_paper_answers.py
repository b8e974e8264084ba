"""An answer that stands in a paper which players see is told by the check, wherever it was laid over."""

import pytest

from kit_app.content.check import check_kit
from kit_app.content.kit_reader import read_kit
from kit_app.domain.deal import DealChoice
from kit_app.domain.problems import KitProblem
from kit_app.mechanisms.dealing import deal_team
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

LEAFLET = """\
id = "leaflet"
number = "K1"
kind = "document"
shelf = "players"
per = "player"
"""


def with_leaflet(text: str, structure: str = LEAFLET, over: str = "") -> dict[str, bytes]:
    """The tiny kit with one paper that says `text`, and `over` instead in its variant where that is given."""
    files = tiny_kit()
    words = 'title = "Leaflet"\n[[blocks]]\nkind = "text"\ntext = "{}"\n'
    files["papers/leaflet.toml"] = structure.encode()
    for language in ("fr", "en"):
        files[f"words/{language}/papers/leaflet.toml"] = words.format(text).encode()
        if over:
            files[f"variants/all/words/{language}/papers/leaflet.toml"] = words.format(over).encode()
    return files


def answer(seed: str = "check-5") -> str:
    """What one of the games that the check deals has as the answer of Q2."""
    choice = DealChoice(language="fr", variant="all", seed=seed)
    return deal_team(read_kit(tiny_kit(), TINY_MECHANISMS), choice, TINY_MECHANISMS).puzzle("Q2").answer


def found(files: dict[str, bytes]) -> list[KitProblem]:
    return list(check_kit(files, mechanisms=TINY_MECHANISMS))


def test_an_answer_in_a_paper_for_players_is_told_with_its_file_and_line() -> None:
    problems = found(with_leaflet(f"Keep well: {answer()}!"))
    assert [str(problem) for problem in problems] == [
        f"words/{language}/papers/leaflet.toml, line 4: leaflet: players would read the answer of Q2, "
        f"“{answer()}”, here. Say it another way, or write “secret = true” for a paper that only the "
        "facilitator sees."
        for language in ("en", "fr")
    ]


def test_an_answer_that_an_overlay_brings_is_told_at_the_overlay() -> None:
    problems = found(with_leaflet("Keep well.", over=f"Keep well: {answer()}!"))
    assert {problem.file for problem in problems} == {
        f"variants/all/words/{language}/papers/leaflet.toml" for language in ("fr", "en")
    }


@pytest.mark.parametrize("text", ["Keep well.", "Keep well: #?", f"Keep {answer().lower()}er well"])
def test_a_paper_that_tells_nothing_is_welcome(text: str) -> None:
    assert found(with_leaflet(text)) == []


def test_a_paper_of_the_facilitator_alone_may_tell_answers() -> None:
    secret = LEAFLET.replace("players", "facilitator") + "secret = true\n"
    assert found(with_leaflet(f"Keep well: {answer()}!", secret)) == []
