"""Every marked sentence is in the French catalogue, whole and well set; mistakes of each kind are found."""

from pathlib import Path

import polib
import pytest

from tests.translations import FRENCH, Marked, findings, marked, typography, write_missing

HELLO = Marked("Hello {name}", "", "a.py", 1)
TEAMS = Marked("{n} team", "{n} teams", "a.py", 2)


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile()
    file.extend(entries)
    return file


def test_the_french_catalogue_is_complete() -> None:
    assert "\n".join(findings(marked(), polib.pofile(str(FRENCH)))) == ""


def test_a_good_catalogue_has_no_findings() -> None:
    entries = catalogue(
        polib.POEntry(msgid="Hello {name}", msgstr="Bonjour {name}"),
        polib.POEntry(
            msgid="{n} team", msgid_plural="{n} teams", msgstr_plural={0: "{n} équipe", 1: "{n} équipes"}
        ),
    )

    assert findings([HELLO, TEAMS], entries) == []


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (polib.POEntry(msgid="Hello {name}", msgstr=""), "empty"),
        (polib.POEntry(msgid="Hello {name}", msgstr="Bonjour {nom}"), "other placeholders"),
        (polib.POEntry(msgid="Hello {name}", msgstr="Bonjour {name}", flags=["fuzzy"]), "fuzzy"),
        (polib.POEntry(msgid="Hello {name}", msgstr="Bonjour {name} !"), "no-break space"),
        (polib.POEntry(msgid="Hello {name}", msgstr="Erreur {name}"), "calmer"),
        (polib.POEntry(msgid="Bye", msgstr="Au revoir"), "no longer used"),
        (polib.POEntry(msgid="Bye", msgstr="Au revoir"), "not translated"),
    ],
)
def test_a_mistake_is_found(entry: polib.POEntry, problem: str) -> None:
    assert any(problem in finding for finding in findings([HELLO], catalogue(entry)))


def test_a_plural_needs_both_forms() -> None:
    entry = polib.POEntry(msgid="{n} team", msgid_plural="{n} teams", msgstr_plural={0: "{n} équipe", 1: ""})

    assert findings([TEAMS], catalogue(entry)) == ["fr.po:None: empty: {n} team"]


@pytest.mark.parametrize(
    "text", ["Prêt\u00a0?", "«\u00a0Oui\u00a0»", "à 18:30", "{time}\u00a0: départ", "Quoi\u00a0?!", "l’été"]
)
def test_good_typography(text: str) -> None:
    assert typography(text) == []


@pytest.mark.parametrize(
    "text", ["Prêt ?", "Prêt?", "«Oui»", "« Oui »", "Reste: 5", "{time} : départ", "l'été"]
)
def test_bad_typography(text: str) -> None:
    assert typography(text) != []


def in_code(root: Path, line: str) -> list[Marked]:
    (root / "kit_app").mkdir()
    (root / "main.py").write_text("", encoding="utf-8")
    (root / "kit_app" / "page.py").write_text(line + "\n", encoding="utf-8")
    return marked(root)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('N_("Hello")', ("Hello", "")),
        ('t("Hello " "you")', ("Hello you", "")),
        ('self.t("Hello")', ("Hello", "")),
        ('self._t.plural("{n} team", "{n} teams", 3)', ("{n} team", "{n} teams")),
    ],
)
def test_marked_sentences_are_found(line: str, sentence: tuple[str, str], tmp_path: Path) -> None:
    (found,) = in_code(tmp_path, line)

    assert (found.one, found.many) == sentence


@pytest.mark.parametrize("line", ['t(f"Hello {x}")', 't("Hello " + name)', "N_(message)"])
def test_only_a_plain_sentence_can_be_marked(line: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="plain sentence"):
        in_code(tmp_path, line)


def test_a_value_that_the_sentence_does_not_show_is_found(tmp_path: Path) -> None:
    found = in_code(tmp_path, 't("Hello {name}", nom=1)')

    assert (
        "values differ"
        in findings(found, catalogue(polib.POEntry(msgid="Hello {name}", msgstr="Bonjour {name}")))[0]
    )


@pytest.mark.long
def test_missing_entries_are_added_once_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_text('msgid ""\nmsgstr "Language: fr\\n"\n', encoding="utf-8")

    sentences = {sentence.one for sentence in marked()}
    assert write_missing(path) == len(sentences)
    assert write_missing(path) == 0
    assert {entry.msgid for entry in polib.pofile(str(path))} == sentences
