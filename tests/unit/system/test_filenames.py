"""Names of saved files are safe on Windows and still say what is inside."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from kit_app.system.filenames import safe_filename


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Équipe Été, salle nº 3", "Équipe Été, salle nº 3"),
        ("24/11/2026 : CH d'Orsenne", "24-11-2026 - CH d'Orsenne"),
        ("  Les  Rouges. . ", "Les Rouges"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("console", "console"),
        ("???", "document"),
        ("", "document"),
        ("0 \x80 0", "0 0"),
        ("une\nligne\tdeux", "une ligne deux"),
        ("e\u0301quipe", "équipe"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_filename(text) == name


def test_a_long_name_is_cut() -> None:
    assert len(safe_filename("a" * 300)) == 100


@given(st.text())
def test_any_text_gives_a_name_that_windows_accepts(text: str) -> None:
    name = safe_filename(text)

    assert 1 <= len(name) <= 100
    assert not set(name) & set('<>:"/\\|?*')
    assert not name.endswith((" ", "."))
    assert all(unicodedata.category(character) != "Cc" for character in name)
    assert safe_filename(name) == name
