"""Partial files of a variant or a sector are laid over a kit's own; each mistake names its file."""

import pytest

from kit_app.content.check import check_kit
from kit_app.content.kit_reader import read_kit
from kit_app.domain.deal import DealChoice, TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.problems import KitProblem
from kit_app.mechanisms.dealing import deal_team
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

SHORT = """\
[[variants]]
id = "short"
minutes = 20
puzzles = ["Q1", "Q2", "Q3"]
finale = "Q3"
guided_min = 2
slot_min = 40

[[sectors]]
id = "hospital"

[[sectors]]
id = "home"

[[levels]]
"""
SECTORS = '[sectors]\nhospital = "Hospital"\nhome = "Home"\n\n[levels]\n'

OVERLAYS = {
    "variants/short/kit.toml": '[[envelopes]]\nid = "A1"\nafter = ["Q2"]\n',
    "variants/short/puzzles/Q2.toml": '[[cards]]\nid = "Q2-C1"\nplace = "table"\n',
    "variants/short/puzzles/Q3.toml": '[[cards]]\nid = "Q3-C1"\nplace = "A1"\nsize = "A5"\n',
    "variants/short/words/fr/Q2.toml": 'hints = ["Short.", "Shorter.", "Shortest."]\n',
    "variants/short/words/en/Q2.toml": 'hints = ["Short.", "Shorter.", "Shortest."]\n',
    "sectors/home/words/fr/kit.toml": '[names]\nstar = "Mamie"\n',
    "sectors/home/words/en/kit.toml": '[names]\nstar = "Granny"\n',
    "sectors/home/variants/short/words/fr/Q2.toml": '[stall]\nsay = "Chez soi."\n',
    "sectors/home/variants/short/words/en/Q2.toml": '[stall]\nsay = "At home."\n',
}


def overlaid(**changed: str) -> dict[str, bytes]:
    """The tiny kit with a short variant, two sectors and overlays; `changed` by file, `/` and `.` as `_`."""
    files = tiny_kit()
    head = files["kit.toml"].decode().replace("format = 1", "format = 2")
    files["kit.toml"] = head.replace("[[levels]]\n", SHORT).encode()
    for language in ("fr", "en"):
        name = f"words/{language}/kit.toml"
        words = files[name].decode().replace("[levels]\n", SECTORS)
        files[name] = words.replace('all = "all"', 'all = "all"\nshort = "short"').encode()
    return files | {name: text.encode() for name, text in (OVERLAYS | changed).items() if text}


def checked(files: dict[str, bytes]) -> tuple[KitProblem, ...]:
    return check_kit(files, mechanisms=TINY_MECHANISMS)


def told(files: dict[str, bytes]) -> list[str]:
    return [str(problem) for problem in checked(files)]


def read(files: dict[str, bytes]) -> Kit:
    return read_kit(files, TINY_MECHANISMS)


def table(variant: str, sector: str, language: str = "en") -> TeamTable:
    choice = DealChoice(language=language, variant=variant, sector=sector, seed="a")
    return deal_team(read(overlaid()), choice, TINY_MECHANISMS)


def test_a_kit_with_overlays_has_no_problem() -> None:
    assert told(overlaid()) == []


def test_a_variant_changes_only_what_its_overlay_says() -> None:
    dealt = table("short", "")
    assert [(card.place, card.size) for card in dealt.cards[:3]] == [
        ("table", "A6"),
        ("table", "A6"),
        ("A1", "A5"),
    ]
    assert [(one.id, one.path, one.after) for one in dealt.envelopes] == [("A1", "A", ("Q2",))]
    assert dealt.puzzle("Q2").words.hints == ("Short.", "Shorter.", "Shortest.")
    assert dealt.puzzle("Q2").words.stall.see == "They wait."
    assert table("all", "").puzzle("Q2").words.hints[0] == "Look."


def test_a_sector_changes_the_texts_of_every_variant() -> None:
    assert table("all", "home").values["star"] == "Granny"
    assert table("short", "home", "fr").values["star"] == "Mamie"
    assert table("short", "hospital").values["star"] == "Ysaline"


def test_the_folder_of_a_sector_and_a_variant_is_laid_on_top_of_both() -> None:
    words = table("short", "home").puzzle("Q2").words
    assert (words.hints[0], words.stall.see, words.stall.say) == ("Short.", "They wait.", "At home.")
    assert table("all", "home").puzzle("Q2").words.stall.say == "Read it aloud."


def test_the_first_sector_is_the_kit_itself() -> None:
    kit = read(overlaid())
    assert kit.in_choice("all") is kit.in_choice("all", "hospital") is kit
    assert kit.in_choice("all", "home").digest == kit.digest
    with pytest.raises(KeyError):
        kit.in_choice("all", "moon")


def test_the_same_seed_gives_the_same_values_in_every_sector() -> None:
    one, other = table("short", "hospital"), table("short", "home")
    assert [puzzle.answer for puzzle in one.puzzles] == [puzzle.answer for puzzle in other.puzzles]
    assert [card.code for card in one.cards] == [card.code for card in other.cards]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (
            "variants/short/words/en/Q2.toml",
            'title = "x"\nhint = ["Short.", "Shorter."]\n',
            "variants/short/words/en/Q2.toml, line 2: “hint” is not known here. Did you mean “hints”?",
        ),
        (
            "variants/short/puzzles/Q3.toml",
            '\n[[cards]]\nid = "Q3-C1"\nplace = "A1"\n\nsize = "A9"\n',
            "variants/short/puzzles/Q3.toml, line 6: “size” must be one of",
        ),
        (
            "sectors/home/words/en/kit.toml",
            '[names]\nstar = "See www.clinic.fr"\n',
            "sectors/home/words/en/kit.toml, line 2: Players must never be sent to an address",
        ),
        (
            "sectors/home/words/en/kit.toml",
            '[names]\nstar = "{monht}"\n',
            "sectors/home/words/en/kit.toml, line 2: Nothing fills the place {monht}. Did you mean {month}?",
        ),
        (
            "sectors/home/words/en/kit.toml",
            '[names]\nstar = "a"\nhero = "b"\n',
            "sectors/home/words/fr/kit.toml, line 1: “hero” is missing here; sectors/home/words/en/",
        ),
        (
            "variants/short/words/en/Q2.toml",
            'hints = ["{Q7.code}", "b", "c"]\n',
            "variants/short/words/en/Q2.toml, line 1: {Q7.code} is a value of a puzzle that",
        ),
        (
            "variants/short/words/en/Q2.toml",
            '[clues]\ntext = "#{code} #BBBB"\n',
            "variants/short/words/en/Q2.toml, line 2: What is printed leads to several answers",
        ),
        (
            "variants/short/words/en/Q2.toml",
            "",
            "variants/short/words/en/Q2.toml: This translation is missing",
        ),
        (
            "variants/shrot/kit.toml",
            "[draw]\n",
            "variants/shrot: Nothing reads this folder: there is no “shrot”. Did you mean “short”?",
        ),
        (
            "sectors/moon/kit.toml",
            "[draw]\n",
            "sectors/moon: Nothing reads this folder: there is no “moon”. There are: hospital, home.",
        ),
        (
            "sectors/home/puzzles/Q99.toml",
            'path = "A"\n',
            "sectors/home/puzzles/Q99.toml: Nothing reads this file",
        ),
        (
            "variants/short/kit.toml",
            "version = '2'\n",
            "variants/short/kit.toml, line 1: “version” is the same in every variant and sector",
        ),
        (
            "variants/short/kit.toml",
            '[[envelopes]]\nid = "A1"\nafter = ["Q9"]\n',
            "variants/short/kit.toml, line 3: There is no “Q9”",
        ),
        (
            "variants/short/kit.toml",
            '[[envelopes]]\nid = "A1"\nafter = "Q1\n',
            "variants/short/kit.toml, line 3: This line is not written as TOML wants it",
        ),
    ],
)
def test_a_mistake_of_an_overlay_is_told_in_its_file_and_line(file: str, text: str, says: str) -> None:
    problems = told(overlaid(**{file: text}))
    assert any(problem.startswith(says) for problem in problems), problems


def test_a_mistake_of_the_kit_itself_is_told_once_for_all_its_choices() -> None:
    files = overlaid()
    files["words/en/Q1.toml"] = files["words/en/Q1.toml"].replace(b"Look again.", b"In {monht}.")
    assert told(files) == [
        "words/en/Q1.toml, line 5: Nothing fills the place {monht}. Did you mean {month}?",
    ]


def test_text_too_long_in_one_sector_is_told_in_its_overlay() -> None:
    def fits(kit: Kit, table: TeamTable) -> list[tuple[str, str]]:
        return [("Q2-C1", "Too long.")] if table.values["star"] == "Granny" else []

    own = '[cards."Q2-C1"]\ntitle = "A very long note"\n'
    files = overlaid(**{f"sectors/home/words/{language}/Q2.toml": own for language in ("fr", "en")})
    (problem,) = check_kit(files, fits=fits, mechanisms=TINY_MECHANISMS)
    assert (problem.file, problem.line) == ("sectors/home/words/en/Q2.toml", 2)
