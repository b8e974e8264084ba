"""A text that leads out of the game is told with its file and line, and with what to write instead."""

import pytest

from kit_app.assets import resources_dir
from kit_app.content.check import check_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

FILE = "words/en/Q4.toml"
WHERE = "Read it aloud."

BAD = [
    ("See https://intranet.example/login", "https:", ".example"),
    ("See HXXP://lab.example", "HXXP:", ".example"),
    ("See www.lab.example", "www.", ".example"),
    ("See [the page](lab)", "](lab)", ".example"),
    ("Write to mailto:a@b.example", "mailto:", ".example"),
    ("Write to ward@hospital.example.fr", "ward@hospital.example.fr", ".example"),
    ("Write to ward@badexample", "ward@badexample", ".example"),
    ("Go to hopital-test.fr", "hopital-test.fr", ".example"),
    ("Go to login.example.paris", "login.example.paris", ".example"),
    ("Call 0 800 123 456", "0 800 123 456", "01 99 00"),
    ("Call 0800 123 456", "0800 123 456", "01 99 00"),
    ("Call 01 99 01 12 34", "01 99 01 12 34", "01 99 00"),
    ("Call +33 6 39 99 12 34", "+33 6 39 99 12 34", "01 99 00"),
    ("Call +44 20 7946 0000", "+44 20 7946 0000", "01 99 00"),
    ("Ping 203.0.114.7", "203.0.114.7", "192.0.2.10"),
    ("Pay FR76 3000 6000 0112 3456 7890 189", "FR76 3000 6000 0112 3456 7890", "Mask it"),
    ("A message from PayPal", "PayPal", "Invent one"),
    ("A parcel of CHRONOPOST", "CHRONOPOST", "Invent one"),
]

GOOD = [
    "zephilog.example",
    "ward@ch-marsaulne.example",
    "login.test, printer.invalid, mail.example.org",
    "Write to desk@mail.example.com",
    "Call 01 99 00 12 34, +33 6 39 98 12 34 or 05.36.49.00.00",
    "Ping 192.0.2.10, 198.51.100.7, 203.0.113.9",
    "FR76 •••• •••• ••42",
    "Record 612358, printed at 19:26, room 417",
    "An orange, a free visa, an apple and the windows of the ward",
    "data: see below; tel: the office",
]


def told(text: str, file: str = FILE) -> list[tuple[str, int, str, str]]:
    files = tiny_kit()
    assert WHERE.encode() in files[FILE]
    files[file] = files[FILE].replace(WHERE.encode(), text.encode())
    problems = check_kit(files, mechanisms=TINY_MECHANISMS)
    return [(one.file, one.line, one.key, one.message.format(**one.values)) for one in problems]


@pytest.mark.parametrize(("text", "found", "instead"), BAD)
def test_what_leads_out_of_the_game_is_named_with_its_place_and_what_to_write(text, found, instead) -> None:
    (problem,) = told(text)
    file, line, key, sentence = problem
    assert (file, key) == (FILE, "stall.say")
    assert tiny_kit()[FILE].decode().splitlines()[line - 1].startswith("say =")
    assert found in sentence
    assert instead in sentence


@pytest.mark.parametrize("text", GOOD)
def test_what_is_kept_for_examples_passes(text: str) -> None:
    assert told(text) == []


def test_an_overlay_is_looked_at_too() -> None:
    files = tiny_kit()
    files["variants/all/words/en/Q4.toml"] = b'[stall]\nsay = "Open dhl.com"\n'
    files["variants/all/words/fr/Q4.toml"] = b'[stall]\nsay = "Open it"\n'
    problems = check_kit(files, mechanisms=TINY_MECHANISMS)
    assert {(one.file, one.line) for one in problems} == {("variants/all/words/en/Q4.toml", 2)}


def test_the_list_of_names_holds_no_plain_word_and_no_name_twice() -> None:
    lines = (resources_dir() / "real-names.txt").read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    assert len({name.casefold() for name in names}) == len(names)
    assert sorted(names, key=str.casefold) == names
    plain = {"orange", "free", "apple", "visa", "zoom", "teams", "windows", "meta", "caf"}
    assert plain.isdisjoint(name.casefold() for name in names)


def test_a_picture_with_a_foreign_code_is_named() -> None:
    def symbols(pictures):
        return {name: ["https://lab.example"] for name in pictures}

    files = tiny_kit() | {"images/poster.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    problems = check_kit(files, mechanisms=TINY_MECHANISMS, symbols=symbols)
    assert any(one.file == "images/poster.svg" and "telephones read" in one.message for one in problems)
