"""What would be lost if the program ended now, as a question. Nothing is kept or lost here."""

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.page import Page
from kit_app.ui.learning.entry_page import EntryPage
from kit_app.ui.setup.prepare_page import PreparePage
from kit_app.ui.shelf.page import ShelfPage


def unkept(
    prepare: PreparePage, sheets: Page | None, shelf: Page | None, draft: Page | None, t: Catalogue
) -> tuple[str, str] | None:
    """Title and text of the question; None when everything is kept. A page that was never opened is None."""
    if prepare.has_unkept():
        title = t("Leave with a session that is not kept?")
        return title, t("Some of its fields still have to be mended. What you typed there would be lost.")
    if isinstance(sheets, EntryPage) and not sheets.keep():
        title = t("Leave with a sheet that is not kept?")
        return title, f"{t.of(sheets.trouble)} {t('What you typed of it would be lost.')}"
    if (isinstance(shelf, ShelfPage) and not shelf.keep()) or not (draft is None or draft.is_settled()):
        title = t("Leave with changes that are not kept?")
        return title, t("The disk refused them. What you typed last would be lost.")
    return None


def leaves_it(title: str, why: str, t: Catalogue, parent: QWidget) -> bool:
    """Ask; whether the person leaves all the same."""
    question = QuestionDialog(
        title,
        why,
        [Verb("leave", t("Leave"), "danger"), Verb("stay", t("Stay"), "secondary", is_default=True)],
        parent,
    )
    return question.ask() == "leave"
