"""The values of a draft, its sheets and pictures; each change is one step."""

from pathlib import Path

import pytest

from kit_app.domain.kit_document import Place
from kit_app.errors import KitAppError
from kit_app.services.workshop.forms import FieldKind
from kit_app.services.workshop.kit_draft import GONE, KitDraft
from kit_app.services.workshop.pictures import named_in, replace_picture
from kit_app.services.workshop.sheets import bring_back, take_out
from kit_app.services.workshop.typed import read, shown

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    + (4).to_bytes(4, "big")
    + (4).to_bytes(4, "big")
    + b"\x08\x02\x00\x00\x00"
)
FILES = {
    "kit.toml": b'# ours\nlanguages = ["fr", "en"]\n\n[[roles]]\nid = "R1"\npicture = "images/face.svg"\n',
    "papers/sign.toml": b'id = "sign"\npicture = "door.svg"\n',
    "words/fr/papers/sign.toml": b'title = "Porte"\n',
    "variants/30/words/fr/papers/sign.toml": b'title = "Autre porte"\n',
    "images/face.svg": SVG,
    "images/door.svg": SVG,
}


@pytest.fixture
def draft() -> KitDraft:
    return KitDraft("k", FILES)


def test_a_value_comes_goes_and_comes_back(draft: KitDraft) -> None:
    place = Place(file="kit.toml", path=("roles", 0, "title"))
    draft.set(place, "Reader")
    assert draft.value(place) == "Reader"
    draft.set(place, GONE)
    assert draft.value(place) is None
    assert draft.undo() == place
    assert draft.undo() == place
    assert draft.whole == FILES
    assert draft.redo() == place
    assert draft.files["kit.toml"].startswith(b"# ours\n")


def test_a_table_that_lacks_is_made(draft: KitDraft) -> None:
    place = Place(file="words/en/P1.toml", path=("stall", "see"))
    draft.set(place, "Lost.")
    assert draft.whole["words/en/P1.toml"] == b'[stall]\nsee = "Lost."\n'


def test_a_sheet_goes_with_its_words_and_pictures_and_comes_back(draft: KitDraft) -> None:
    take_out(draft, "sign")
    assert set(draft.files) == {"kit.toml", "images/face.svg"}
    assert "aside/images/door.svg" in draft.whole
    bring_back(draft, "sign")
    assert draft.whole == FILES
    draft.undo()
    draft.undo()
    assert draft.whole == FILES
    assert not draft.can_undo


def test_another_file_takes_the_place_of_a_picture_wherever_it_is_shown(
    draft: KitDraft, tmp_path: Path
) -> None:
    path = tmp_path / "mine.PNG"
    path.write_bytes(PNG)
    assert replace_picture(draft, "images/door.svg", path) == "images/door.png"
    assert draft.value(Place(file="papers/sign.toml", path=("picture",))) == "door.png"
    assert named_in(draft, "images/door.png") == ("papers/sign.toml",)
    draft.undo()
    assert draft.whole == FILES


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.png", PNG[:16] + (60_000).to_bytes(4, "big") * 2 + PNG[24:]),
        ("text.svg", SVG.replace(b"<rect", b"<script/><rect")),
        ("no.png", b"GIF89a"),
        ("other.gif", b"GIF89a"),
    ],
)
def test_what_is_no_picture_for_a_kit_is_refused(
    draft: KitDraft, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(KitAppError):
        replace_picture(draft, "images/door.svg", tmp_path / name)
    assert draft.whole == FILES


@pytest.mark.parametrize(
    ("kind", "value", "language", "text"),
    [
        ("line", "Bonjour", "fr", "Bonjour"),
        ("lines", ["a", "", "b"], "fr", "a\n\nb"),
        ("pairs", [{"answer": "12", "say": "Too early = no."}], "en", "12 = Too early = no."),
        ("minutes", 270, "fr", "4,5"),
        ("number", 12, "en", "12"),
        ("decimal", 1.3, "fr", "1,3"),
        ("grid", [[1, 2], [3, 4]], "en", "1; 2\n3; 4"),
        ("grid", [1.0, 1.3], "fr", "1; 1,3"),
    ],
)
def test_what_is_shown_reads_back(kind: FieldKind, value: object, language: str, text: str) -> None:
    assert shown(kind, value, language) == text
    assert read(kind, text, is_optional=False) == value


@pytest.mark.parametrize("kind", ["minutes", "number", "decimal"])
def test_what_is_no_number_is_none(kind: FieldKind) -> None:
    for text in ("", "x", "1e99", "--"):
        with pytest.raises(ValueError):
            read(kind, text, is_optional=False)
