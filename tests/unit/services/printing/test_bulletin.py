"""An alert bulletin on paper: one page in its own language, its label everywhere, its fields named."""

from dataclasses import replace

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.bulletin import Bulletin
from kit_app.domain.bulletin_words import LABELS
from kit_app.domain.facility import Facility, Issuer
from kit_app.errors import PrintError
from kit_app.i18n import load
from kit_app.services.printing.bulletin import FieldError, bulletin_name, bulletin_pdf
from tests.unit.services.printing.papers import compact, text_of

FRENCH, ENGLISH = (load(resources_dir() / "i18n", language) for language in ("fr", "en"))
HOST = Issuer(facility=Facility(name="Hôpital de Brévalon"))
BULLETIN = Bulletin(
    id="1",
    language="fr",
    number="4/2026",
    date="2026-11-24",
    time="09:30",
    tlp="amber",
    urgency="week",
    title="Faux appels du support",
    concerned="Tous ceux qui décrochent.",
    happening="Il dit réparer une panne.\nIl demande un code.",
    actions="Raccrocher.\nRappeler.\nNoter l'heure.",
    avoid="Donner un code.",
    signs="L'urgence.",
    tell="Support : 01 99 00 12 34",
    source="Groupement régional",
    valid_until="2026-12-15",
    relayed_by="Référente sécurité",
)


def words(bulletin: Bulletin, t=FRENCH) -> str:
    return compact(text_of(bulletin_pdf(bulletin, t, HOST).pdf))


def test_every_field_stands_on_the_page() -> None:
    text = words(BULLETIN)
    for part in ("4/2026", "mardi 24 novembre 2026, 9 h 30", "Agir cette semaine", "mardi 15 décembre 2026"):
        assert compact(part) in text
    for field in ("title", "concerned", "avoid", "signs", "tell", "source", "relayed_by"):
        assert compact(getattr(BULLETIN, field)) in text
    for label in LABELS.values():
        assert label == "Title" or compact(FRENCH(label)) in text


def test_a_field_without_words_leaves_no_label() -> None:
    text = words(replace(BULLETIN, signs="", avoid="", valid_until=""))
    assert compact("Signes à reconnaître") not in text
    assert compact("Valable jusqu") not in text


@pytest.mark.parametrize("tlp", ["red", "amber", "green", "clear"])
def test_the_label_stands_in_head_and_foot_and_among_the_meanings(tlp) -> None:
    assert words(replace(BULLETIN, tlp=tlp)).count(compact(f"TLP:{tlp}")) == 3


def test_it_speaks_its_own_language() -> None:
    text = words(replace(BULLETIN, language="en"), ENGLISH)
    assert compact("Act this week") in text
    assert compact("What you do not do") in text


def test_the_field_that_takes_most_is_named_when_the_page_is_full() -> None:
    for field in ("concerned", "happening", "actions", "signs", "tell"):
        with pytest.raises(FieldError) as told:
            bulletin_pdf(replace(BULLETIN, **{field: "Encore quelques mots pour rien. " * 90}), FRENCH)
        assert told.value.field == field
        assert "is too long" in str(told.value)


def test_following_the_advice_makes_it_fit() -> None:
    lines = [f"Un geste de plus, le numéro {number}." for number in range(60)]
    with pytest.raises(FieldError) as told:
        bulletin_pdf(replace(BULLETIN, actions="\n".join(lines)), FRENCH)
    cut = int(told.value.values["lines"])
    shorter = replace(BULLETIN, actions="\n".join(lines[: -cut - 2]))
    assert bulletin_pdf(shorter, FRENCH).pages == 1


def test_the_longest_title_fits() -> None:
    assert bulletin_pdf(replace(BULLETIN, title="Attention aux faux appels " * 6), FRENCH).pages == 1


def test_addresses_of_pages_are_cut_where_the_line_ends() -> None:
    source = "https://avis.example/" + "alertes/2026/11/" * 6
    assert compact("avis.example") in words(replace(BULLETIN, source=source))


def test_signs_without_a_letter_in_the_font_are_named() -> None:
    with pytest.raises(PrintError, match="What you do.*cannot be printed") as told:
        bulletin_pdf(replace(BULLETIN, actions="Sourire \N{GRINNING FACE}"), FRENCH)
    assert told.value.values["signs"] == "\N{GRINNING FACE}"


def test_the_file_says_how_far_it_may_go() -> None:
    name = bulletin_name(BULLETIN, FRENCH)
    assert name.endswith("4-2026 - Faux appels du support - TLP-AMBER.pdf")


def test_the_same_bulletin_gives_the_same_bytes() -> None:
    assert bulletin_pdf(BULLETIN, FRENCH, HOST).pdf == bulletin_pdf(BULLETIN, FRENCH, HOST).pdf
