"""The works of others: all that the program runs with, each with a licence and its text."""

import re
import tomllib
from pathlib import Path

from kit_app.services.third_parties import DIRECT, distributions, full_text, works

ROOT = Path(__file__).parents[3]
FORBIDDEN = re.compile(r"\bAGPL|(?<!L)GPL-2\.0-only|proprietary|commercial use only", re.IGNORECASE)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_of_the_project_is_among_those_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["media"]]
    assert {plain(re.split(r"[<>=]", line)[0]) for line in wanted} == set(map(plain, DIRECT))


def test_what_a_dependency_needs_is_found_and_the_tests_tools_are_not() -> None:
    names = set(map(plain, distributions()))
    assert {"shiboken6", "pydantic-core", "pillow", "cffi"} <= names
    assert names.isdisjoint({"pytest", "hypothesis", "mypy", "ruff", "numpy", "polib"})


def test_each_work_has_a_licence_that_lets_it_be_handed_on_and_its_text() -> None:
    for work in works():
        assert work.licence, work.name
        assert not FORBIDDEN.search(work.licence), work.name
        assert work.texts and min(map(len, work.texts)) > 20, work.name


def test_qt_comes_with_both_texts_that_its_licence_needs() -> None:
    qt = next(work for work in works() if work.name == "PySide6_Essentials")
    words = " ".join("\n".join(qt.texts).split())
    assert "GNU LESSER GENERAL PUBLIC LICENSE Version 3" in words
    assert "GNU GENERAL PUBLIC LICENSE Version 3" in words


def test_fonts_and_python_are_named_too() -> None:
    names = {work.name for work in works()}
    fonts = [path.name for path in (ROOT / "resources" / "fonts").iterdir() if path.is_dir()]
    assert "Python" in names
    assert {name.replace("-", " ").title() for name in fonts} <= names


def test_the_one_text_begins_with_the_programs_own_licence() -> None:
    text = full_text("MIT License of ours")
    assert text.startswith("MIT License of ours")
    assert text.count("\n=====") >= len(works())
