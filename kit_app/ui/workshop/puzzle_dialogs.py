"""Two questions: how a new puzzle works, and whether a puzzle goes with all that names it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.workshop.mechanism_words import mechanism_choices
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.labels import Label

_MOST_LINES = 10


def ask_mechanism(parent: QWidget, t: Catalogue) -> str:
    """Let a person choose how a new puzzle works; the mechanism, or an empty text."""
    body = QWidget(parent)
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    choice = ComboBox(body)
    choice.setObjectName("new-puzzle-mechanism")
    describe(choice, t("How the puzzle works"))
    sentences = {}
    for name, title, sentence in mechanism_choices(t):
        choice.add_choice(name, title)
        sentences[name] = sentence
    words = Label(sentences[choice.value()], "body", body)
    choice.currentIndexChanged.connect(lambda _row: words.setText(sentences[choice.value()]))
    column.addWidget(choice)
    column.addWidget(words)
    text = t(
        "It begins with an example of how it works. The list below then says which texts are to be written."
    )
    verbs = (Verb("cancel", t("Cancel")), Verb("add", t("Add the puzzle"), "primary", is_default=True))
    dialog = QuestionDialog(t("How does the new puzzle work?"), text, verbs, parent, body=body)
    choice.setFocus()
    return choice.value() if dialog.ask() == "add" else ""


def ask_removal(
    parent: QWidget, t: Catalogue, title: str, naming: Sequence[str], texts: Sequence[str]
) -> str:
    """Whether a puzzle goes: “all” with what names it, “alone”, or an empty text.

    `naming`: the lists, needs and lengths that name it; `texts`: sentences that hold one of its values.
    """
    parts = []
    if naming:
        parts.append(t("It is named here:") + "\n" + _listed(naming, t))
    if texts:
        parts.append(
            t("These texts hold a value of it; the list below will lead you to them:")
            + "\n"
            + _listed(texts, t)
        )
    parts.append(t("It can be taken back with “Undo”."))
    verbs = [Verb("cancel", t("Cancel"), is_default=True)]
    if naming:
        verbs.append(Verb("alone", t("Remove the puzzle only")))
        verbs.append(Verb("all", t("Remove it there too"), "danger"))
    else:
        verbs.append(Verb("all", t("Remove the puzzle"), "danger"))
    chosen = QuestionDialog(t("Remove “{title}”?", title=title), "\n\n".join(parts), verbs, parent).ask()
    return "" if chosen == "cancel" else chosen


def _listed(lines: Sequence[str], t: Catalogue) -> str:
    shown = [f"• {one}" for one in lines[:_MOST_LINES]]
    left = len(lines) - len(shown)
    return "\n".join([*shown, *([t.plural("and {n} more", "and {n} more", left)] if left else [])])
