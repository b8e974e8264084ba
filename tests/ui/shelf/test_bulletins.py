"""Alert bulletins: begun, typed, kept, copied, deleted; one page beside the form; nothing typed is lost."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kit_app.domain.facility import Contact
from kit_app.ui.shelf.bulletins_view import BulletinsView
from tests.unit.services.printing.papers import text_of

ALERTS = "alerts"


@pytest.fixture
def alerts(shelf_at):
    return shelf_at(ALERTS)


def view_of(shelf) -> BulletinsView:
    view = shelf.page.view
    assert isinstance(view, BulletinsView)
    return view


def begin(shelf, example: str = "") -> None:
    """A new bulletin, as a person begins it."""
    view_of(shelf).example.set_value(example)
    shelf.click("bulletins-new")


def test_without_bulletins_the_page_says_how_to_begin(alerts):
    assert "No bulletin yet" in view_of(alerts).empty.label.text()
    assert view_of(alerts).empty.isVisible()
    assert not alerts.page.save.isEnabled()


def test_a_bulletin_is_typed_kept_and_saved_as_one_page(alerts, tmp_path):
    begin(alerts)
    assert QApplication.focusWidget() is view_of(alerts).form.title_line
    assert alerts.page.foot.message.text() == "Give the bulletin a title to print it."
    QTest.keyClicks(view_of(alerts).form.title_line, "Fake calls")
    alerts.write_lines("bulletin-happening", "Somebody calls.\nThey want a code.")
    alerts.write_lines("bulletin-actions", "Hang up.\nCall back.")
    alerts.settle()
    assert alerts.page.foot.saved.label.text() == "Bulletin kept"
    assert view_of(alerts).preview.checked.text() == "It fits on one page."
    alerts.save_to(tmp_path / "bulletin.pdf")
    pdf = (tmp_path / "bulletin.pdf").read_bytes()
    words = text_of(pdf)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    for part in ("alerte 1/2026", "Fake calls", "They want a code.", "TLP:GREEN"):
        assert part in words
    (kept,) = alerts.services.bulletins.list()
    assert (kept.title, kept.actions) == ("Fake calls", "Hang up.\nCall back.")


def test_an_example_of_the_kit_fills_the_form_in_the_language_of_the_materials(alerts):
    begin(alerts, "phishing-wave")
    alerts.settle()
    (kept,) = alerts.services.bulletins.list()
    assert kept.language == "fr"
    assert kept.urgency == "now"
    assert "hameçonnage" in kept.title
    assert len(kept.actions.splitlines()) == 3
    assert "{" not in kept.tell


def test_every_example_fits_on_one_page(alerts):
    for language in ("fr", "en"):
        for one in alerts.services.library.bundled_kit().bulletins:
            begin(alerts, one.id)
            view_of(alerts).form.language.button(language).click()
            alerts.settle()
            assert view_of(alerts).preview.checked.text() == "It fits on one page."


def test_what_is_too_long_is_named_and_nothing_is_lost(alerts):
    begin(alerts, "transfer")
    alerts.settle()
    long = "They say that it is urgent and secret. " * 60
    alerts.write_lines("bulletin-happening", long)
    form = view_of(alerts).form
    alerts.qtbot.waitUntil(lambda: bool(form.fields["happening"].error), timeout=20_000)
    assert "“What is happening” is too long" in form.fields["happening"].error
    assert not alerts.page.print.isEnabled()
    assert alerts.page.foot.message.text() == form.fields["happening"].error
    assert alerts.services.bulletins.list()[0].happening == long.strip()
    alerts.write_lines("bulletin-happening", "Somebody writes.")
    alerts.settle()
    assert form.fields["happening"].error == ""


def test_signs_that_no_font_has_are_named(alerts):
    begin(alerts)
    alerts.write("bulletin-title", "Fake calls")
    alerts.write_lines("bulletin-signs", "A smile \N{GRINNING FACE}")
    field = view_of(alerts).form.fields["signs"]
    alerts.qtbot.waitUntil(lambda: bool(field.error), timeout=20_000)
    assert field.error == "“Signs to know” holds signs that cannot be printed: \N{GRINNING FACE}"


def test_the_label_and_the_urgency_stand_on_the_page(alerts):
    begin(alerts)
    form = view_of(alerts).form
    form.language.button("en").click()
    form.tlp.button("red").click()
    form.urgency.button("now").click()
    alerts.write("bulletin-title", "Fake calls")
    alerts.settle()
    words = text_of(view_of(alerts).finished().made.pdf)
    assert words.count("TLP:RED") == 3  # head, foot and the list of meanings
    assert words.count("TLP:AMBER") == 1
    assert "Act now" in words
    assert "people named only" in form.fields["tlp"].message.text()


def test_the_newest_comes_first_and_another_is_opened_by_the_arrows(alerts):
    for title in ("First", "Second"):
        begin(alerts)
        alerts.write("bulletin-title", title)
    view = view_of(alerts)
    assert view.keep()
    assert [one.title for one in alerts.services.bulletins.list()] == ["Second", "First"]
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert view.form.title_line.text() == "First"


def test_a_copy_has_the_date_of_today_and_the_next_number(alerts):
    begin(alerts, "mailbox")
    alerts.write("bulletin-valid_until", "31/12/2026")
    alerts.click("bulletins-copy")
    copy, first = alerts.services.bulletins.list()
    assert (first.number, copy.number) == ("1/2026", "2/2026")
    assert (first.valid_until, copy.valid_until) == ("2026-12-31", "")
    assert copy.title == first.title


def test_a_deleted_bulletin_comes_back_as_it_was_typed(alerts):
    begin(alerts)
    alerts.write("bulletin-title", "Fake calls")
    alerts.click("bulletins-delete")
    assert alerts.services.bulletins.list() == ()
    assert view_of(alerts).empty.isVisible()
    alerts.undo()
    assert alerts.services.bulletins.list()[0].title == "Fake calls"
    assert view_of(alerts).form.title_line.text() == "Fake calls"


def test_what_is_no_date_is_told_and_the_former_date_holds(alerts):
    begin(alerts)
    alerts.write("bulletin-date", "yesterday")
    form = view_of(alerts).form
    form.title_line.setFocus()
    assert form.fields["date"].error == "This is no date."
    assert view_of(alerts).keep()
    assert alerts.services.bulletins.list()[0].date == "2026-11-24"
    assert alerts.page.foot.saved.label.text() == "Not kept yet"


def test_a_disk_that_refuses_is_told_and_the_form_stays(alerts, tmp_path):
    begin(alerts)
    alerts.write("bulletin-title", "Fake calls")
    file = tmp_path / "data" / "bulletins.json"
    file.unlink()
    file.mkdir()
    (file / "in the way").touch()
    assert not view_of(alerts).keep()
    banner = alerts.page.banners.banner("shelf")
    assert banner is not None
    assert "could not be kept" in banner.label.text()
    assert view_of(alerts).form.title_line.text() == "Fake calls"


def test_leaving_the_page_keeps_what_was_typed_last(alerts):
    begin(alerts)
    alerts.write("bulletin-title", "Fake calls")
    alerts.page.hide()
    assert alerts.services.bulletins.list()[0].title == "Fake calls"


def test_a_field_is_as_high_as_its_lines(alerts):
    begin(alerts, "mailbox")
    alerts.settle()
    for area in view_of(alerts).form.areas.values():
        assert area.verticalScrollBar().maximum() == 0


def test_a_number_given_later_takes_the_place_of_the_dots(alerts, services):
    begin(alerts, "fake-helpdesk")
    assert "…" in view_of(alerts).form.bulletin().tell
    known = {"helpdesk": Contact(number="poste 4510")}
    services.profile.save(replace(services.profile.facility, contacts=known))
    alerts.page.view.reload()
    assert view_of(alerts).form.bulletin().tell.endswith("poste 4510")
    assert services.bulletins.list()[0].tell.endswith("poste 4510")


def test_what_a_person_wrote_is_never_taken_for_the_dots_of_an_example(alerts, services):
    begin(alerts, "fake-helpdesk")
    alerts.write_lines("bulletin-tell", "The help desk, room ………………")
    known = {"helpdesk": Contact(number="poste 4510")}
    services.profile.save(replace(services.profile.facility, contacts=known))
    alerts.settle()
    alerts.page.view.reload()
    assert view_of(alerts).form.bulletin().tell == "The help desk, room ………………"
