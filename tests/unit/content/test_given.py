"""What a kit gives for a puzzle that is left out: to all who use its values, in words, and no more."""

import pytest

from kit_app.content.check import check_kit
from kit_app.content.kit_reader import read_kit, structure_problems
from kit_app.content.overlays import read_whole
from kit_app.mechanisms.leaving import removable
from tests.unit.content.bundled import bundled_files, bundled_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

LINE = "The code of the note is {Q4.code}."


def said(files: dict[str, bytes]) -> list[str]:
    problems = structure_problems(read_whole(files, TINY_MECHANISMS))
    return [problem.message.format(**problem.values) for problem in problems]


def changed(files: dict[str, bytes], name: str, old: str, new: str) -> None:
    assert old.encode() in files[name]
    files[name] = files[name].replace(old.encode(), new.encode())


def giving(puzzles: str = '["Q6"]', line: str = LINE, title: str = "Yours") -> dict[str, bytes]:
    """The tiny kit, whose Q6 uses the code of Q4, which is given."""
    files = dict(tiny_kit())
    files["puzzles/Q4.toml"] += f'\n[[given]]\nid = "code"\npuzzles = {puzzles}\n'.encode()
    for language in ("fr", "en"):
        files[f"words/{language}/Q4.toml"] += f'\n[given]\ncode = ["{line}"]\n'.encode()
        changed(files, f"words/{language}/Q6.toml", "#{code}", "#{code} {Q4.code}")
        changed(
            files,
            f"words/{language}/kit.toml",
            'last_scene = "last"',
            f'last_scene = "last"\ngiven = "{title}"',
        )
    return files


def test_what_is_given_lets_a_puzzle_go() -> None:
    files = giving()

    assert said(files) == []
    assert removable(read_kit(files, TINY_MECHANISMS), "all") == {"Q4"}


def test_a_kit_that_gives_nothing_is_read_as_ever_and_its_puzzles_stay() -> None:
    kit = read_kit(tiny_kit(), TINY_MECHANISMS)

    assert removable(kit, "all") == frozenset()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (giving('["Q5"]'), "Q6 use values of Q4: say what they are given when it is left out."),
        (giving('["Q6", "Q9"]'), "There is no “Q9”. There are: Q1, Q2, Q3, Q4, Q5, Q6, Q7, Q8."),
        (giving('["Q4", "Q6"]'), "Q4 gives nothing to itself. Take it out of “puzzles”."),
        (giving(line=" "), "“code” is empty. Write its text."),
        (
            giving(title=""),
            "Write in “given” the title of the cards that tell what the team already has.",
        ),
    ],
)
def test_it_is_said_what_is_amiss(files: dict[str, bytes], message: str) -> None:
    assert message in said(files)


def test_an_optional_puzzle_gives_nothing() -> None:
    files = giving()
    changed(files, "puzzles/Q4.toml", "row = 0", "row = 0\nis_optional = true")

    assert "Q4 is optional: nothing uses its values, so nothing can be given." in said(files)


def test_words_of_nothing_and_nothing_in_words_are_told() -> None:
    files = giving()
    changed(files, "words/en/Q4.toml", "code = [", "kode = [")

    found = said(files)
    assert "The words of “code” are missing. Add them." in found
    assert "“kode” is not known here. Did you mean “code”?" in found


@pytest.mark.parametrize(
    ("line", "is_told"), [("{Q7.code}", True), ("{Q4.code}", False), ("{Q6.code}", False)]
)
def test_what_is_given_tells_no_answer_of_another_puzzle(line: str, is_told: bool) -> None:
    problems = check_kit(giving(line=f"It is {line}."), mechanisms=TINY_MECHANISMS)
    messages = {(one.file, one.key) for one in problems if one.message.startswith("Players would read")}

    assert bool(messages) == is_told
    assert messages <= {(f"words/{language}/Q4.toml", "given.code") for language in ("fr", "en")}


def test_the_bundled_kit_lets_all_go_but_the_end_and_the_optional_ones_need_nothing() -> None:
    kit = bundled_kit()

    assert {one.id for one in kit.puzzles if not one.given} == {"P8", "P12", "X1", "X2"}


@pytest.mark.long
def test_the_bundled_kit_as_it_was_before_is_still_read() -> None:
    files = {}
    for name, content in bundled_files().items():
        text = content.decode() if name.endswith(".toml") else ""
        is_of_puzzle = "puzzles/" in name or name.rsplit("/", 1)[-1][:1] in "PX"
        if is_of_puzzle and "given]" in text:
            start = text.index("[[given]]" if "[[given]]" in text else "[given]")
            content = text[:start].encode()
        files[name] = content
    kit = read_kit(files)

    assert removable(kit, "45-full") == {"P8"}
