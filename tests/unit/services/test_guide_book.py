"""The guide in both languages: the same chapters, pictures that are there, and a search that finds."""

import re

import pytest

from kit_app.services.guide_book import GuideBook, places, read_guide
from kit_app.ui.places import HELP, OF_A_SESSION, SESSION, STEPS, Where, chapter_for

LANGUAGES = ("fr", "en")
LARGEST = 60_000


@pytest.fixture(params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> GuideBook:
    return read_guide(request.param)


def test_both_languages_have_the_same_chapters_in_the_same_order() -> None:
    fr, en = (read_guide(language).chapters for language in LANGUAGES)
    assert [(one.id, one.level) for one in fr] == [(one.id, one.level) for one in en]
    assert len({one.id for one in fr}) == len(fr)


def test_every_heading_of_the_guide_is_a_chapter_with_something_in_it(book: GuideBook) -> None:
    text = (book.pictures.parent / f"guide-{'fr' if 'Préparer' in str(book) else 'en'}.md").read_text("utf-8")
    assert [one.title for one in book.chapters] == re.findall(r"^#{1,3} (.+)$", text, re.MULTILINE)
    assert [one.id for one in book.chapters if not one.plain] == []


def test_links_and_pictures_stay_in_the_guide(book: GuideBook) -> None:
    ids = {one.id for one in book.chapters}
    for one in book.chapters:
        assert {link[1:] for link in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", one.text)} <= ids
        assert all((book.pictures / name).stat().st_size <= LARGEST for name in one.pictures)


def test_no_picture_lies_there_for_nothing() -> None:
    shown = {name for language in LANGUAGES for one in read_guide(language).chapters for name in one.pictures}
    assert {path.name for path in read_guide("en").pictures.iterdir()} == shown


def test_every_page_has_its_chapter(book: GuideBook) -> None:
    from kit_app.ui import places as named

    pages = [value for name, value in vars(named).items() if name.isupper() and isinstance(value, str)]
    spots = [Where(page) for page in pages if page not in (SESSION, HELP)]
    spots += [Where(SESSION, "x", step) for step in range(len(STEPS))]
    ids = {one.id for one in book.chapters}
    assert SESSION in OF_A_SESSION
    assert [spot for spot in spots if chapter_for(spot) not in ids] == []


def test_all_words_must_occur_and_titles_come_first() -> None:
    book = read_guide("fr")
    found = [one.chapter.id for one in book.search("REPETITION")]
    assert found[0] == "rehearsal" and len(found) > 1
    assert book.search("répétition zzz") == ()
    assert book.search("  ") == ()
    assert "trouble" in [one.chapter.id for one in book.search("projecteur debranche")]


def test_an_excerpt_shows_what_was_found() -> None:
    (first, *_rest) = read_guide("en").search("ruler bank")
    assert first.chapter.id == "print"
    assert "ruler" in first.excerpt and first.excerpt.startswith("…") and first.excerpt.endswith("…")


def test_places_are_those_of_the_text_as_it_is_written() -> None:
    text = "Œuvre, cœur et ÉCRAN"
    assert [text[first:last] for first, last in places(text, "coeur ecran")] == ["cœur", "ÉCRAN"]
