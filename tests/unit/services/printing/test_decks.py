"""Printed sets: everything fits, the same seed gives the same bytes, fonts and language are in the file."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.errors import ExportError
from kit_app.i18n import load
from kit_app.services.printing.decks import deck_of, facilitator_products, team_products
from kit_app.services.printing.desk import cards_named, facilitator_papers, made, made_card, players_papers
from kit_app.services.printing.door import pdf_of
from kit_app.services.printing.jobs import print_job, print_team
from kit_app.services.printing.preview import page_bands, page_count, page_picture, page_size_mm
from printables.products.deck import check_deck
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import (
    LANGUAGES,
    SETS,
    facilitator_pdf,
    job_of,
    plan_of,
    players_pdf,
    text_of,
)

QUICK_SEEDS, SEEDS = range(1), range(1, 20)
HAIR = 2  # of 255: where a slanted line crosses from a band into the next


@pytest.mark.parametrize(
    "seeds", [QUICK_SEEDS, pytest.param(SEEDS, marks=pytest.mark.long)], ids=["few", "many"]
)
@pytest.mark.parametrize(("language", "size"), SETS)
def test_everything_fits_whatever_was_drawn(language: str, size: int, seeds: range) -> None:
    for number in seeds:
        job = job_of(language, size, f"{number:032x}")
        products = (*team_products(job), *facilitator_products(job))
        assert check_deck(deck_of(job, "", products), job.look) == [], f"seed {number}"


def covered(page: pypdfium2.PdfPage) -> list[tuple[str, str]]:
    """Texts of a page that lie over one another, by more than a hair."""
    text = page.get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    return [
        (text.get_text_bounded(*one), text.get_text_bounded(*other))
        for place, one in enumerate(boxes)
        for other in boxes[:place]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1
        and min(one[3], other[3]) - max(one[1], other[1]) > 1.5
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_lies_over_another(language: str) -> None:
    for pdf in (players_pdf(language), players_pdf(language, 3), facilitator_pdf(language)):
        with pypdfium2.PdfDocument(pdf) as document:
            assert [pair for page in document for pair in covered(page)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_seed_gives_the_same_bytes(language: str) -> None:
    job = job_of(language)
    assert pdf_of(job, job.table.game_title, team_products(job)) == players_pdf(language)


def test_another_seed_gives_another_set() -> None:
    assert players_pdf("fr", 5, "7" * 32) != players_pdf("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_are_embedded_and_the_language_is_named(language: str) -> None:
    for pdf in (players_pdf(language), facilitator_pdf(language)):
        names = set(re.findall(rb"/BaseFont /([^\s/]+)", pdf))
        assert names
        assert all(re.fullmatch(rb"[A-Z]{6}\+.+", name) for name in names)
        assert pdf.count(b"/FontFile2") == len(names)
        assert f"/Lang ({language})".encode() in pdf
        assert b"/PrintScaling /None" in pdf


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_and_author_are_those_of_the_game(language: str) -> None:
    job = job_of(language)
    with pypdfium2.PdfDocument(players_pdf(language)) as document:
        assert document.get_metadata_value("Title") == job.table.game_title
        assert document.get_metadata_value("Author") == job.table.kit_title


def test_every_sheet_names_its_set_and_its_number() -> None:
    job = job_of("fr")
    with pypdfium2.PdfDocument(players_pdf("fr")) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    for number, text in enumerate(texts, start=1):
        assert f"feuille {number}/{len(texts)}" in text
        assert job.table.set_id in text


def test_a_team_s_papers_are_written_into_a_folder_and_never_over_others(tmp_path) -> None:
    job = job_of("en")
    files = print_team(job, tmp_path)
    assert [file.suffix for file in files] == [".pdf", ".pdf"]
    assert all(job.table.set_id in file.name for file in files)
    before = files[0].read_bytes()
    with pytest.raises(ExportError):
        print_team(job, tmp_path)
    assert files[0].read_bytes() == before
    assert sorted(tmp_path.iterdir()) == sorted(files)


def test_one_kind_only_is_written_when_asked_for(tmp_path) -> None:
    files = print_team(job_of("en"), tmp_path, only="badges")
    assert len(files) == 1
    assert page_count(files[0].read_bytes()) == 2  # five badges with their backs, four on a sheet


def test_an_unknown_kind_is_refused(tmp_path) -> None:
    with pytest.raises(ExportError, match="posters"):
        print_team(job_of("en"), tmp_path, only="posters")
    assert list(tmp_path.iterdir()) == []


def test_the_desk_lays_papers_in_cutting_order_and_says_what_they_need() -> None:
    papers = players_papers(bundled_kit(), plan_of("fr"), 1, job_of("fr").t)
    lines = papers.lines()
    assert [line.kind for line in lines[:3]] == ["P1", "P2", "P3"]
    everything = made(papers, [line.ident for line in lines])
    assert everything.pages == sum(line.sheets for line in lines) == page_count(everything.pdf)
    assert everything.needs.card_sheets == sum(line.sheets for line in lines if line.is_on_card)
    assert everything.needs.cut_sheets < everything.needs.pieces
    assert everything.needs.envelopes == 10
    some = made(papers, ["P3", "badges"])
    assert list(some.starts) == ["P3", "badges"]
    assert some.starts["badges"] == 2


def test_a_mixed_team_gets_both_sets_with_the_same_codes() -> None:
    plan = replace(plan_of("fr"), variant="60", duration_min=60, second_language="en", sector="hospital")
    french, english = (load(resources_dir() / "i18n", language) for language in plan.languages)
    papers = players_papers(bundled_kit(), plan, 1, french, other=english)
    lines = papers.lines()
    assert {line.group for line in lines} == {"Français", "English"}
    jobs = [print_job(bundled_kit(), plan, 1, t) for t in (french, english)]
    assert [job.table.language for job in jobs] == ["fr", "en"]
    codes = [{card.id: card.code for card in job.table.cards} for job in jobs]
    assert codes[0] == codes[1]
    assert all({"PREVENIR", "PREVENTS"} == set(job.table.puzzle("X2").accepted) for job in jobs)
    text = text_of(made(papers, ["X2", "en-X2"]).pdf)
    assert "Avant le contrat" in text and "Before the contract" in text
    first, second = cards_named(papers, "X02-C1")
    assert (first.line, second.line) == ("X2", "en-X2")
    lost = text_of(made_card(papers, second, 0).pdf)
    assert "X02-C1" in lost and "made-up" in lost


def test_the_facilitators_desk_holds_the_papers_of_every_team() -> None:
    papers = facilitator_papers(bundled_kit(), plan_of("fr", (5, 4)), job_of("fr").t)
    groups = [line.group for line in papers.lines()]
    assert groups == sorted(groups)
    keys = [line for line in papers.lines() if line.kind == "answer-key"]
    assert [line.group for line in keys] == ["Équipe 1", "Équipe 2"]
    text = text_of(made(papers, [line.ident for line in keys]).pdf)
    assert "Équipe 1" in text and "Équipe 2" in text


def test_a_paper_that_is_no_teams_is_printed_once() -> None:
    papers = facilitator_papers(bundled_kit(), plan_of("fr", (5, 4)), job_of("fr").t)
    assert [line.group for line in papers.lines() if line.kind == "attendance"] == ["Équipe 1"]


def test_bands_of_a_page_are_the_page() -> None:
    pdf = players_pdf("fr")
    whole = page_picture(pdf, 4, 100)
    bands = list(page_bands(pdf, 4, 100, 97))
    joined = b"".join(band.pixels for _top, band in bands)
    assert len(joined) == len(whole.pixels)
    assert max(abs(one - other) for one, other in zip(joined, whole.pixels, strict=True)) <= HAIR
    assert [top for top, _band in bands] == list(range(0, whole.height, 97))


def test_pages_are_a4_upright_or_lying() -> None:
    pdf = players_pdf("fr")
    sizes = {tuple(round(length) for length in page_size_mm(pdf, page)) for page in range(page_count(pdf))}
    assert sizes == {(210, 297), (297, 210)}


def test_a_lost_badge_and_a_lost_label_are_found_by_what_stands_on_them():
    kit, plan = bundled_kit(), plan_of("en")
    papers = players_papers(kit, plan, 1, load(resources_dir() / "i18n", "en"))
    badge, private = cards_named(papers, "r1")
    assert (badge.line, private.line) == ("badges", "roles")
    printed = made_card(papers, badge, taken=3)
    assert printed.pages == 1 and "Editor" in text_of(printed.pdf)
    (label,) = cards_named(papers, "A1")
    assert made_card(papers, label, taken=0).needs.sheets == 1
