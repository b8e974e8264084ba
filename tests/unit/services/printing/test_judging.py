"""A kit is judged by the paper that it is printed on."""

from kit_app.assets import resources_dir
from kit_app.content.check import check_kit
from kit_app.content.files import KitFiles, read_folder
from kit_app.services.printing.judging import lacking, unfitting

FOLDER = resources_dir() / "kits" / "sant-escape"


def changed(path: str, old: str, new: str) -> KitFiles:
    files = dict(read_folder(FOLDER))
    text = files[path].decode()
    assert old in text
    files[path] = text.replace(old, new, 1).encode()
    return files


def test_the_bundled_kit_fits_its_cards_and_its_fonts():
    assert check_kit(read_folder(FOLDER), unfitting, lacking) == ()


def test_a_text_that_is_too_long_for_its_card_is_named_with_the_card():
    files = changed("words/fr/P6.toml", "Notez la lettre de votre réponse.", "Notez bien la lettre. " * 40)
    problems = check_kit(files, unfitting, lacking)
    assert {problem.values["card"] for problem in problems} == {"P06-C1", "P06-C2", "P06-C3", "P06-C4"}
    assert all(problem.file == "words/fr/P6.toml" for problem in problems)


def test_a_character_that_the_font_lacks_is_named():
    files = changed("words/en/P1.toml", "Pencil only.", "Pencil only \N{PILE OF POO}")
    problems = check_kit(files, unfitting, lacking)
    assert [problem.file for problem in problems] == ["words/en/P1.toml"]
    assert "\N{PILE OF POO}" in problems[0].sentence
