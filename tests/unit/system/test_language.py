"""The language of the system is a guess that never fails."""

import pytest

from kit_app.system.language import code_from, system_language


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_BE"}, "fr"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "C.UTF-8"}, "fr"),
        ({"LANG": "C"}, ""),
        ({"LANG": ""}, ""),
        ({}, ""),
    ],
)
def test_the_usual_variables(variables: dict[str, str], code: str) -> None:
    assert code_from(variables) == code


def test_this_system_names_a_language_of_two_letters() -> None:
    assert len(system_language()) == 2
