"""Sentences, plurals, dates and numbers as people of each language write them."""

from datetime import date, time
from pathlib import Path

import polib
import pytest
from hypothesis import given, strategies as st

from kit_app import i18n
from kit_app.assets import resources_dir
from kit_app.errors import CommandRefused
from kit_app.i18n import Catalogue, curled, load, read_catalogue

FRENCH = """
msgid ""
msgstr "Language: fr\\n"

#: kit_app/ui/console/hints.py
msgid "Give &hint {level}"
msgstr ""
"Donner l’&indice "
"{level}"

#, fuzzy
msgid "Pause"
msgstr "Pose"

msgid "{n} team"
msgid_plural "{n} teams"
msgstr[0] "{n} équipe"
msgstr[1] "{n} équipes"

msgid "Say \\"yes\\"\\nor no"
msgstr "Dites \\"oui\\"\\nou non"

#~ msgid "Old"
#~ msgstr "Vieux"
"""


@pytest.fixture
def french() -> Catalogue:
    return Catalogue("fr", read_catalogue(FRENCH))


def test_a_sentence_is_translated_and_its_values_put_in(french: Catalogue) -> None:
    assert french("Give &hint {level}", level=2) == "Donner l’&indice 2"


def test_escapes_are_read_as_they_are_written(french: Catalogue) -> None:
    assert french('Say "yes"\nor no') == 'Dites "oui"\nou non'


@pytest.mark.parametrize("sentence", ["Pause", "Old", "Never seen"])
def test_what_is_fuzzy_obsolete_or_unknown_stays_english(french: Catalogue, sentence: str) -> None:
    assert french(sentence) == sentence


@pytest.mark.parametrize(("n", "text"), [(0, "0 équipe"), (1, "1 équipe"), (2, "2 équipes")])
def test_french_counts_zero_as_singular(french: Catalogue, n: int, text: str) -> None:
    assert french.plural("{n} team", "{n} teams", n) == text


@pytest.mark.parametrize(("n", "text"), [(0, "0 teams"), (1, "1 team"), (2, "2 teams")])
def test_english_counts_zero_as_plural(n: int, text: str) -> None:
    assert Catalogue("en").plural("{n} team", "{n} teams", n) == text


def test_an_untranslated_plural_follows_english_rules(french: Catalogue) -> None:
    assert french.plural("{n} cat", "{n} cats", 0) == "0 cats"


def test_an_error_is_told_in_the_language_of_the_reader(french: Catalogue) -> None:
    assert french.of(CommandRefused("Give &hint {level}", level=3)) == "Donner l’&indice 3"


def test_a_language_without_a_catalogue_is_english(tmp_path: Path) -> None:
    assert load(tmp_path, "de").language == "en"


def test_a_line_that_is_not_a_catalogues_is_named() -> None:
    with pytest.raises(ValueError, match="oops"):
        read_catalogue('msgid "a"\noops\n')


def test_the_french_catalogue_reads_as_the_reference_reader_reads_it() -> None:
    folder = resources_dir() / "i18n"
    reference = {
        entry.msgid: tuple(entry.msgstr_plural.values()) or (entry.msgstr,)
        for entry in polib.pofile(str(folder / "fr.po")).translated_entries()
    }

    assert read_catalogue((folder / "fr.po").read_text(encoding="utf-8")) == reference


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1), max_size=5))
def test_any_text_survives_the_catalogue(entries: dict[str, str]) -> None:
    catalogue = polib.POFile()
    catalogue.extend(polib.POEntry(msgid=one, msgstr=other) for one, other in entries.items())
    text = str(catalogue)
    reference = {entry.msgid: (entry.msgstr,) for entry in catalogue}
    plain = all(character.isprintable() or character == "\n" for character in text)

    assert not plain or read_catalogue(text) == reference


def test_long_dates() -> None:
    day = date(2026, 11, 24)

    assert i18n.long_date(day, "fr").replace("\u00a0", " ") == "mardi 24 novembre 2026"
    assert i18n.long_date(day, "en").replace("\u00a0", " ") == "Tuesday 24 November 2026"


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert i18n.long_date(date(2026, 12, 1), "fr").replace("\u00a0", " ") == "mardi 1er décembre 2026"


def test_a_day_and_its_month_stay_on_one_line() -> None:
    assert "24\u00a0novembre" in i18n.long_date(date(2026, 11, 24), "fr")


def test_short_dates_put_the_day_first() -> None:
    assert i18n.short_date(date(2026, 3, 5)) == "05/03/2026"


@pytest.mark.parametrize(
    ("moment", "french", "english"),
    [
        (time(18, 30), "18 h 30", "6.30 pm"),
        (time(9), "9 h", "9 am"),
        (time(0, 5), "0 h 05", "12.05 am"),
        (time(12), "12 h", "12 pm"),
    ],
)
def test_times_of_day(moment: time, french: str, english: str) -> None:
    assert i18n.clock_time(moment, "fr").replace("\u00a0", " ") == french
    assert i18n.clock_time(moment, "en").replace("\u00a0", " ") == english


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (460, "7:40"), (2700, "45:00"), (4060, "1:07:40"), (-20, "\u22120:20")]
)
def test_durations(seconds: int, text: str) -> None:
    assert i18n.duration(seconds) == text


@pytest.mark.parametrize(
    ("value", "decimals", "french", "english"),
    [
        (1234.5, 1, "1 234,5", "1,234.5"),
        (12, 0, "12", "12"),
        (-3, 0, "\u22123", "\u22123"),
        (-0.2, 0, "0", "0"),
    ],
)
def test_numbers(value: float, decimals: int, french: str, english: str) -> None:
    assert i18n.number(value, "fr", decimals).replace("\u00a0", " ") == french
    assert i18n.number(value, "en", decimals) == english


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["P1"], "P1"), (["P1", "P5"], "P1 et P5"), (["P1", "P5", "P12"], "P1, P5 et P12")],
)
def test_lists_of_words(items: list[str], text: str) -> None:
    assert i18n.joined(items, "fr") == text


def test_words_of_a_kit_get_the_apostrophes_of_the_interface() -> None:
    assert curled("l'appel d'« ici », suppliers' bins") == "l’appel d’« ici », suppliers’ bins"
