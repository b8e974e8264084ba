"""A puzzle is optional only where nothing else needs it."""

from kit_app.content.kit_reader import structure_problems
from kit_app.content.overlays import read_whole
from tests.unit.content.bundled import bundled_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit


def said(files: dict[str, bytes]) -> list[str]:
    problems = structure_problems(read_whole(files, TINY_MECHANISMS))
    return [problem.message.format(**problem.values) for problem in problems]


def optional(files: dict[str, bytes], puzzle: str) -> dict[str, bytes]:
    name = f"puzzles/{puzzle}.toml"
    return files | {name: files[name].replace(b"row = ", b"is_optional = true\nrow = ")}


def test_a_puzzle_that_nobody_uses_may_be_optional() -> None:
    assert said(optional(dict(tiny_kit()), "Q4")) == []


def test_the_end_is_never_optional() -> None:
    assert said(optional(dict(tiny_kit()), "Q8")) == ["Q8 ends a variant, so that it cannot be optional."]


def test_what_another_puzzle_uses_is_not_optional() -> None:
    files = optional(dict(tiny_kit()), "Q4")
    for language in ("fr", "en"):
        name = f"words/{language}/Q6.toml"
        files[name] = files[name].replace(b"{code}", b"{code} {Q4.code}")

    assert said(files) == ["Q4 cannot be optional: Q6 use its values."]


def test_the_bundled_kit_lets_three_puzzles_go() -> None:
    assert [one.id for one in bundled_kit().puzzles if one.is_optional] == ["P8", "X1", "X2"]
