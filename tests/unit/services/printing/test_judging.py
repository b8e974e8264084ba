"""A kit is judged by the paper that it is printed on."""

import pytest

from kit_app.assets import resources_dir
from kit_app.content.check import check_kit
from kit_app.content.files import KitFiles, read_folder
from kit_app.services.printing.judging import lacking, unfitting
from kit_app.services.printing.symbols import codes_in

FOLDER = resources_dir() / "kits" / "sant-escape"


def changed(path: str, old: str, new: str) -> KitFiles:
    files = dict(read_folder(FOLDER))
    text = files[path].decode()
    assert old in text
    files[path] = text.replace(old, new, 1).encode()
    return files


@pytest.mark.long
@pytest.mark.parametrize("kit_id", ["sant-escape", "bon-bracelet"])
def test_each_kit_of_the_program_fits_its_cards_and_its_fonts_and_leads_nowhere(kit_id):
    files = read_folder(FOLDER.parent / kit_id)
    assert check_kit(files, unfitting, lacking, symbols=codes_in) == ()


@pytest.mark.long
def test_a_text_that_is_too_long_for_its_card_or_its_paper_is_named_with_the_file_that_says_it():
    files = dict(
        changed("words/fr/P6.toml", "Notez la lettre de votre réponse.", "Notez bien la lettre. " * 40)
    )
    for language, line in (("fr", "Tout est fictif, vraiment tout. " * 40), ("en", "All made up")):
        files[f"variants/30/words/{language}/papers/sign-door.toml"] = f'line = "{line}"\n'.encode()
    named: dict[str, set[str]] = {}
    for problem in check_kit(files, unfitting, lacking):
        named.setdefault(problem.file, set()).add(problem.values["card"])
    assert named == {
        "words/fr/P6.toml": {"P06-C1", "P06-C2", "P06-C3", "P06-C4"},
        "variants/30/words/fr/papers/sign-door.toml": {"sign-door"},
    }


def test_a_character_that_the_font_lacks_is_named():
    files = changed("words/en/P1.toml", "Pencil only.", "Pencil only \N{PILE OF POO}")
    problems = check_kit(files, unfitting, lacking)
    assert [problem.file for problem in problems] == ["words/en/P1.toml"]
    assert "\N{PILE OF POO}" in problems[0].sentence
