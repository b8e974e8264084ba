"""What each product must keep to: its edges, its measures, its words."""

from dataclasses import replace

import pytest

from printables.layout import colours
from printables.layout.boxes import A4, UNPRINTABLE, Box, box_of
from printables.layout.pieces import Bar, Code, Picture, Shape, Words
from printables.problems import Cause
from printables.products.blocks import Column, Heading, Table, Text
from printables.products.cards import FLAP_FOLD
from printables.products.documents import Document, document_pages
from printables.products.face import Shown
from printables.products.item import Item
from printables.products.report import report_pages
from printables.units import mm, pt
from tests.unit.printables.document_samples import KEY, REPORT
from tests.unit.printables.recorded import bounds, pieces_of
from tests.unit.printables.samples import BADGE, CALL, CLUE, POST, RESULT, ROLE, STORY, sample_look, samples

CUT_OUT = {
    "badge",
    "badge-back",
    "badge-face",
    "badge-to-fill",
    "label",
    "flap",
}  # cut inside the printable part of a sheet


@pytest.mark.parametrize("name", samples())
def test_all_that_is_drawn_stays_inside(name: str) -> None:
    item = samples()[name]
    free = mm(0) if name in CUT_OUT else UNPRINTABLE
    inside = box_of(item.size).inset(free)
    for piece in pieces_of(item):
        assert inside.holds(bounds(piece)), piece


@pytest.mark.parametrize("name", samples())
def test_words_never_cross_each_other_or_a_code_with_its_quiet_zone(name: str) -> None:
    pieces = pieces_of(samples()[name])
    words = [bounds(piece) for piece in pieces if isinstance(piece, Words)]
    for index, box in enumerate(words):
        assert not any(box.overlaps(other) for other in words[index + 1 :])
    for code in (piece for piece in pieces if isinstance(piece, Code)):
        quiet = code.box.inset(code.box.width * -(4 / 21))
        assert not any(quiet.overlaps(box) for box in words)


def symbol_of(item: Item) -> Box:
    (code,) = [piece for piece in pieces_of(item) if isinstance(piece, Code)]
    return code.box


def test_symbols_measure_25_mm_and_20_mm_on_small_cards() -> None:
    assert symbol_of(CALL).width == mm(25)
    assert symbol_of(POST).width == mm(20)


def test_the_letters_of_a_code_are_9_points_high() -> None:
    (letters,) = [piece for piece in pieces_of(CALL) if isinstance(piece, Words) and "·DXF" in piece.text]
    assert letters.text == "NPB·DXF"
    assert letters.size == pt(9)


def test_clue_text_is_14_points_and_never_below_12() -> None:
    short = replace(CLUE, blocks=(Text(text="Un mot."),))
    longer = replace(CLUE, blocks=(Text(text="Un mot et encore un de plus. " * 15),))
    sizes = []
    for card in (short, longer):
        assert card.problems(sample_look()) == []
        sizes.append(
            next(p.size for p in pieces_of(card) if isinstance(p, Words) and p.text.startswith("Un mot"))
        )
    assert sizes[0] == pt(14)
    assert pt(12) <= sizes[1] < pt(14)


def test_the_hidden_part_of_a_flap_card_lies_between_the_band_and_the_fold() -> None:
    (body,) = [p for p in pieces_of(RESULT) if isinstance(p, Words) and p.text == "Compte fournisseur"]
    assert body.y < FLAP_FOLD
    long = replace(RESULT, lines=("Un mot et encore un. " * 25,))
    assert {problem.cause for problem in long.problems(sample_look())} == {Cause.OVERFLOW}


def test_a_role_card_says_its_late_sentence_below_the_fold() -> None:
    (late,) = [p for p in pieces_of(ROLE) if isinstance(p, Words) and "signalement" in p.text]
    assert late.y > FLAP_FOLD
    assert Cause.OVERFLOW in {p.cause for p in replace(ROLE, facts=ROLE.facts * 12).problems(sample_look())}


LONG = "Départ **samedi** pour **La Comète** avec ma sœur **Estelle** : je ne réponds plus !"


def test_a_post_wraps_its_caption_around_the_code_and_never_cuts_a_bold_name_in_two() -> None:
    post = replace(POST, text=LONG)
    assert post.problems(sample_look()) == []
    words = [piece for piece in pieces_of(post) if isinstance(piece, Words) and piece.size >= pt(12)]
    lines = [piece.text.strip().replace("\u00a0", " ") for piece in words]
    said = " ".join(line for line in lines if line in LONG.replace("**", ""))
    assert said.replace(" !", "!") == LONG.replace("**", "").replace(" !", "!")
    assert Cause.OVERFLOW in {one.cause for one in replace(post, text=LONG * 2).problems(sample_look())}


def test_a_long_caption_makes_the_picture_of_a_post_smaller() -> None:
    wide, narrow = [
        next(piece.box.width for piece in pieces_of(post) if isinstance(piece, Picture))
        for post in (POST, replace(POST, text=f"{LONG} Et le **chat** reste ici avec la voisine."))
    ]
    assert mm(30) < narrow < wide


def test_a_post_without_a_picture_begins_its_caption_higher_and_shows_no_signs() -> None:
    bare = replace(POST, picture=None)
    tops = [
        next(piece.y for piece in pieces_of(post) if isinstance(piece, Words) and piece.text.startswith("Un"))
        for post in (POST, bare)
    ]
    assert tops[1] < tops[0] - mm(25)
    assert not [piece for piece in pieces_of(bare) if isinstance(piece, Shape) and piece.fill is None]


@pytest.mark.parametrize("item", [POST, BADGE, ROLE], ids=["post", "badge", "role card"])
def test_a_picture_that_cannot_be_drawn_is_told_by_its_name(item: Item) -> None:
    broken = replace(item, picture=Shown("images/face.svg", b"<svg"))
    (problem,) = broken.problems(sample_look())
    assert problem.cause is Cause.UNREADABLE_PICTURE
    assert "images/face.svg" in problem.why


def test_a_face_on_a_badge_leaves_the_shape_of_the_role_in_the_corner() -> None:
    badge = samples()["badge-face"]
    (shown,) = [piece for piece in pieces_of(badge) if isinstance(piece, Picture)]
    (shape,) = [piece for piece in pieces_of(badge) if isinstance(piece, Shape)]
    assert shape.box.x > shown.box.right
    assert shape.box.bottom > badge.size.height / 2


def test_a_storyboard_has_six_frames_at_most_and_tells_a_text_too_long() -> None:
    assert STORY.problems(sample_look()) == []
    (first, *_) = STORY.frames
    seven = replace(STORY, frames=(*STORY.frames, first))
    assert [one.cause for one in seven.problems(sample_look())] == [Cause.WRONG_COUNT]
    wordy = replace(STORY, frames=(replace(first, text="Elle appelle. " * 30),))
    assert [one.cause for one in wordy.problems(sample_look())] == [Cause.OVERFLOW]


def test_an_unknown_shape_is_refused_when_the_model_is_made() -> None:
    with pytest.raises(ValueError, match="no role shape"):
        replace(BADGE, shape="triangle")


def test_a_table_gives_room_to_its_widest_word() -> None:
    card = replace(
        CLUE, blocks=(Table(columns=(Column(share=9), Column(share=1)), rows=(("a", "PISTACHE2017"),)),)
    )
    assert card.problems(sample_look()) == []


def test_a_table_needs_a_cell_a_column() -> None:
    with pytest.raises(ValueError, match="one cell"):
        Table(columns=(Column(),), rows=(("a", "b"),))


def test_a_long_table_goes_on_over_pages_and_repeats_its_header() -> None:
    rows = tuple((f"P{number}", "réponse") for number in range(90))
    columns = (Column(label="Énigme"), Column(label="Réponse"))
    document = replace(KEY, blocks=(Table(columns=columns, rows=rows),))
    pages = document_pages(document, sample_look())
    assert len(pages) == 4
    shown = [[p.text for p in page.pieces if isinstance(p, Words)] for page in pages]
    assert all("Énigme" in words for words in shown)
    assert [f"page {number} / 4" in words for number, words in enumerate(shown, start=1)] == [True] * 4
    assert [word for words in shown for word in words if word.startswith("P")] == [row[0] for row in rows]
    for page in pages:
        assert page.problems(sample_look()) == []
        assert all(box_of(A4).inset(UNPRINTABLE).holds(bounds(piece)) for piece in page.pieces)


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    blocks = (
        *(Text(text="Ligne", size=pt(12)) for _ in range(28)),
        Heading(text="Titre"),
        Text(text="Suite"),
    )
    for count in range(20, 29):
        document = Document(title="T", blocks=blocks[28 - count :], foot="pied")
        pages = document_pages(document, sample_look())
        words = [piece.text for piece in pages[0].pieces if isinstance(piece, Words)]
        assert ("Titre" in words) == ("Suite" in words)


def test_pages_for_the_facilitator_only_have_a_red_frame() -> None:
    (page,) = document_pages(KEY, sample_look())
    frame = next(piece for piece in page.pieces if isinstance(piece, Bar) and piece.line == colours.DANGER)
    assert frame.line_width == mm(0.6)
    assert "Animateur seulement" in [piece.text for piece in page.pieces if isinstance(piece, Words)]


def test_a_report_of_twelve_puzzles_and_a_note_is_one_page() -> None:
    spans = tuple(replace(REPORT.spans[0], label=f"P{n} Cinq messages pour la compta") for n in range(1, 13))
    rows = tuple((f"P{n} Cinq messages pour la compta", "4:00") for n in range(1, 13))
    report = replace(REPORT, spans=spans, rows=rows, notes_title="Notes", notes=("Équipe très vive.",))
    (page,) = report_pages(report, sample_look())
    assert page.problems(sample_look()) == []
