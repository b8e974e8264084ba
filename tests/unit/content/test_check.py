"""The kit check finds every planted mistake, all at once, with file and line."""

import struct
from dataclasses import dataclass

import pytest

from kit_app.content.check import check_kit
from kit_app.content.kit_reader import read_kit
from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitFileError
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 100, 80)


@dataclass(frozen=True)
class Planted:
    """`old` of `file` becomes `new`; the check must say `says` at the line of `at` (default: of `new`)."""

    file: str
    old: str
    new: str
    says: str
    at: str = ""


MISTAKES = [
    Planted("kit.toml", 'licence = "CC', 'licens = "x"\nlicence = "CC', "Did you mean “licence”?"),
    Planted("kit.toml", 'after = ["Q1"]', 'after = ["Q1", "Q77"]', "There is no “Q77”"),
    Planted(
        "kit.toml",
        "size = 8\n",
        "size = 9\n",
        "A team of 9 needs 9 players",
        at="""players = [["R1"], [], [], [], [], [], [], []]""",
    ),
    Planted("kit.toml", '"Q1/code" = "K7Q4"', '"Q1/cod" = "K7Q4"', "Nothing draws “Q1/cod”"),
    Planted("kit.toml", "due = [1.3, 1.6, 2.0]", "due = [1.3, 1.1, 2.0]", "three rising multiples"),
    Planted("kit.toml", 'finale = "Q8"', 'finale = "Q88"', "not among the puzzles of this variant"),
    Planted("puzzles/Q1.toml", 'facts = ["F1"]', 'facts = ["F7"]', "There is no “F7”"),
    Planted("puzzles/Q2.toml", 'needs = ["Q1"]', 'needs = ["Q1", "Q3"]', "wait for one another in a circle"),
    Planted(
        "puzzles/Q2.toml", 'size = "A6"', 'size = "A6"\npicture = "images/a.png"', "a.png is missing", "pict"
    ),
    Planted(
        "kit.toml", 'facts = ["F1"]', 'facts = ["F1"]\npicture = "face.svg"', "face.svg is missing", "pict"
    ),
    Planted("puzzles/Q3.toml", "[parameters]", '[parameters]\ncode = "AAAA"', "always AAAA", at="id ="),
    Planted("puzzles/Q3.toml", 'path = "A"', 'path = "B"', "There is no “B”"),
    Planted(
        "puzzles/Q4.toml", "[parameters]", '[parameters]\ncode = "aa-aa"', "same answer as Q3", at="[param"
    ),
    Planted("puzzles/Q4.toml", 'place = "table"', 'place = "tabel"', "Did you mean “table”?"),
    Planted(
        "puzzles/Q5.toml", "[parameters]", '[parameters]\ncode = "–"', "neither a letter nor", at="[param"
    ),
    Planted("puzzles/Q6.toml", "target_s = 60", 'target_s = "60"', "“target_s” must be a whole number"),
    Planted("puzzles/Q7.toml", 'part = "note"', 'part = "notes"', "there is no part “notes”", at="[[cards]]"),
    Planted("words/en/Q1.toml", 'text = "The', 'text = "{star.x} The', "Nothing fills the place {star.x}"),
    Planted("words/en/Q1.toml", "Look again.", "In {monht}.", "Did you mean {month}?"),
    Planted("words/en/Q2.toml", '[cards."Q2-C1"]', '[cards."Q2-C9"]', "Did you mean “Q2-C1”?"),
    Planted("words/en/Q2.toml", "[clues]", "[fields]\na = 'x'\n[clues]", "must label exactly", at="[fields]"),
    Planted("words/fr/Q2.toml", "#{code}", "#{code} #BBBB", "several answers", at="[clues]"),
    Planted("words/fr/Q8.toml", "#{code}", "{code}", "leads to no answer", at="[clues]"),
    Planted("words/en/Q8.toml", "#{code}", "#X7X7 {code}", "leads to X7X7, not to the answer", at="[clues]"),
    Planted("words/en/Q3.toml", 'lesson = "A note talks."\n', "", "“lesson” is missing", at="title ="),
    Planted("words/en/Q4.toml", 'title = "A note"', 'title = " "', "“title” is empty", at='title = " "'),
    Planted("words/en/Q4.toml", "They wait.", "See http://x.example", "an address on the web"),
    Planted("words/en/Q4.toml", "Read it aloud.", "Ask me@clinic.org", "“me@clinic.org” may be somebody’s"),
    Planted("words/en/Q5.toml", "Look again.", "Open clinic.fr", "“clinic.fr” may be a real domain"),
    Planted("words/en/Q5.toml", "They wait.", "Call 01 42 34 56 78", "may be somebody’s number"),
    Planted("words/en/Q6.toml", "They wait.", "Ping 10.0.0.1", "may be a real network address"),
    Planted("words/en/Q6.toml", "Look again.", "FR7630006000011234567890189", "a whole bank account"),
    Planted("words/en/Q7.toml", "They wait.", "Smile \U0001f600", "no character “\U0001f600” (U+1F600)"),
    Planted("words/en/Q7.toml", "reflex =", 'url = "x"\nreflex =', "a QR code carries the card code"),
    Planted(
        "words/en/kit.toml",
        "[draw.month]",
        "level = 'x'\n[draw.month]",
        "screens and cards fill",
        "level = '",
    ),
    Planted("words/en/kit.toml", "It is {month}.", "It is {month.", "A brace stands here alone"),
    Planted("words/en/kit.toml", 'june = "June"', 'juni = "June"', "Did you mean “june”?"),
    Planted(
        "words/en/kit.toml", 'star = "Ysaline"', 'stars = "Ysaline"', "“star” is missing here", at="[names]"
    ),
]

ALONE = [mistake for mistake in MISTAKES if mistake.says != "same answer as Q3"]


def planted(*mistakes: Planted) -> dict[str, bytes]:
    files = tiny_kit()
    for mistake in mistakes:
        text = files[mistake.file].decode()
        assert text.count(mistake.old) == 1, mistake
        files[mistake.file] = text.replace(mistake.old, mistake.new).encode()
    return files


def lacking(text: str) -> str:
    return "".join(letter for letter in text if ord(letter) > 0xFFFF)


def checked(files: dict[str, bytes]) -> tuple[KitProblem, ...]:
    return check_kit(files, lacking=lacking, mechanisms=TINY_MECHANISMS)


def is_found(mistake: Planted, files: dict[str, bytes], problems: tuple[KitProblem, ...]) -> bool:
    text = files[mistake.file].decode()
    line = text[: text.index(mistake.at or mistake.new)].count("\n") + 1
    return any(
        problem.file == mistake.file and problem.line == line and mistake.says in problem.sentence
        for problem in problems
    )


def test_a_right_kit_has_no_problem_and_is_read() -> None:
    assert [str(problem) for problem in checked(tiny_kit())] == []
    assert read_kit(tiny_kit(), TINY_MECHANISMS).variant("all").finale == "Q8"


@pytest.mark.parametrize("mistake", ALONE, ids=lambda mistake: mistake.says)
def test_a_planted_mistake_is_found_with_file_and_line(mistake: Planted) -> None:
    files = planted(mistake)
    problems = checked(files)
    assert is_found(mistake, files, problems), [str(problem) for problem in problems]


def test_all_planted_mistakes_are_found_in_one_go() -> None:
    files = planted(*MISTAKES)
    problems = checked(files)
    lost = [mistake.says for mistake in MISTAKES if not is_found(mistake, files, problems)]
    assert lost == [], "\n".join(str(problem) for problem in problems)


def test_a_picture_too_coarse_for_paper_and_one_that_nobody_shows_are_told() -> None:
    shown = 'size = "A6"\npicture = "images/a.png"\npicture_mm = 60'
    files = planted(Planted("puzzles/Q1.toml", 'size = "A6"', shown, ""))
    files |= {"images/a.png": PNG, "images/b.png": PNG}
    assert [problem.sentence for problem in checked(files)] == [
        "Nothing shows this picture. Name it where it is to be shown, or take it out.",
        "images/a.png is 100 pixels wide; 60 mm of paper need 709. Take a larger one.",
    ]


def test_a_file_that_is_no_picture_is_told() -> None:
    shown = 'size = "A6"\npicture = "images/a.png"\npicture_mm = 5'
    files = planted(Planted("puzzles/Q1.toml", 'size = "A6"', shown, ""))
    assert checked(files | {"images/a.png": PNG}) == ()
    (problem,) = checked(files | {"images/a.png": b"GIF89a"})
    assert (problem.line, problem.sentence[:32]) == (16, "images/a.png is no PNG, JPEG or ")


def test_text_too_long_for_its_card_is_told_at_the_card_in_its_language() -> None:
    def fits(kit: Kit, table: TeamTable) -> list[tuple[str, str]]:
        return [("Q3-C1", "3 lines too many.")] if table.language == "fr" else []

    (problem,) = check_kit(tiny_kit(), fits=fits, mechanisms=TINY_MECHANISMS)
    assert str(problem) == (
        "words/fr/Q3.toml, line 14: Card Q3-C1 does not fit its paper: 3 lines too many. Shorten its text."
    )


def test_a_kit_of_a_newer_format_is_refused_with_one_sentence() -> None:
    files = planted(Planted("kit.toml", "format = 1", "format = 3\nfuture = true", ""))
    (problem,) = checked(files)
    assert (
        str(problem) == "kit.toml, line 1: This kit has format 3; this program reads 2. Update the program."
    )
    with pytest.raises(KitFileError):
        read_kit(files, TINY_MECHANISMS)


def test_a_line_that_is_not_toml_and_bytes_that_are_not_text_are_told() -> None:
    files = tiny_kit()
    files["words/en/Q1.toml"] = files["words/en/Q1.toml"].replace(b"reflex = ", b"reflex ")
    files["words/fr/Q2.toml"] = b"title = 'x'\nshort = '\xff'\n"
    told = {(problem.file, problem.line): problem.sentence for problem in checked(files)}
    assert told["words/en/Q1.toml", 4].startswith("This line is not written as TOML wants it")
    assert told["words/fr/Q2.toml", 2].startswith("This file is not UTF-8 text")


def test_missing_and_stray_files_are_told() -> None:
    files = tiny_kit()
    files["words/fr/Q9.toml"] = b""
    files["words/de/kit.toml"] = files["words/en/kit.toml"]
    del files["words/en/Q5.toml"]
    told = {problem.file: problem.sentence for problem in checked(files)}
    assert told["words/en/Q5.toml"].startswith("This translation is missing")
    assert told["words/fr/Q9.toml"].startswith("Nothing reads this file")
    assert told["words/de/kit.toml"].startswith("Nothing reads this file")


def test_numbers_kept_for_fiction_and_example_domains_are_welcome() -> None:
    words = (
        "Call 01 99 00 45 45 or +33 6 39 98 12 34, write to d.f@ch.example, see x.ch.example and 192.0.2.7"
    )
    assert checked(planted(Planted("words/en/Q1.toml", "They wait.", words, ""))) == ()


def test_a_kit_without_its_first_file_is_told() -> None:
    files = tiny_kit()
    del files["kit.toml"]
    assert "The file kit.toml is missing. A kit begins with it." in [one.sentence for one in checked(files)]
