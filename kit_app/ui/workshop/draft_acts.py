"""What a person does to the things and rows of a draft: add, copy, move, remove. Asks where it must."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue
from kit_app.services.workshop.forms import Adding, Row, Thing
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.mentions import mention_sentence, mentions
from kit_app.services.workshop.puzzle_acts import add_puzzle, duplicate_puzzle, remove_puzzle
from kit_app.services.workshop.rows import add_row, count, move_row, remove_row
from kit_app.ui.workshop.puzzle_dialogs import ask_mechanism, ask_removal


class DraftActs:
    """Acts on the draft that `draft_of` gives. The two questions are attributes, for tests to answer."""

    def __init__(self, draft_of: Callable[[], KitDraft], page: QWidget, t: Catalogue) -> None:
        self._draft_of = draft_of
        self._page = page
        self._t = t
        self.ask_mechanism = ask_mechanism
        self.ask_removal = ask_removal

    def on_thing(self, act: str, thing: Thing) -> str | None:
        """Do something with a thing; the id of the thing to show then, None where nothing was done."""
        if thing.row is not None:
            place = self.on_row(act, thing.row)
            return self._named(thing, place)
        if act == "add":
            mechanism = self.ask_mechanism(self._page, self._t)
            return add_puzzle(self._draft_of(), mechanism) if mechanism else None
        if act == "copy":
            return duplicate_puzzle(self._draft_of(), thing.puzzle)
        return self._remove(thing)

    def on_row(self, act: str, row: Row) -> Place | None:
        """Do something with a row; where the keyboard goes then, None to the first of what is left."""
        draft = self._draft_of()
        number = row.number
        if act == "add":
            add_row(draft, row.lists, number)
            number += 1
        elif act in ("up", "down"):
            move_row(draft, row.lists, number, is_up=act == "up")
            number += -1 if act == "up" else 1
        else:
            remove_row(draft, row.lists, number)
        last = min(number, count(draft, row.lists) - 1)
        if last < 0:
            return None
        there = draft.value(row.lists[0])
        if isinstance(there, Mapping):
            keys = list(there)
            return Place(
                file=row.lists[0].file, path=(*row.lists[0].path, keys[-1] if act == "add" else keys[last])
            )
        return Place(file=row.lists[0].file, path=(*row.lists[0].path, last))

    def on_adding(self, adding: Adding) -> Place:
        """Put a row at the end of a list; where it stands."""
        draft = self._draft_of()
        last = count(draft, adding.lists) - 1
        add_row(draft, adding.lists, last, adding.template if last < 0 else None)
        return Place(file=adding.lists[0].file, path=(*adding.lists[0].path, last + 1))

    def _remove(self, thing: Thing) -> str | None:
        draft, t = self._draft_of(), self._t
        found = mentions(draft, thing.puzzle)
        naming, texts = (
            list(dict.fromkeys(mention_sentence(draft, one, t) for one in found if one.is_text == is_text))
            for is_text in (False, True)
        )
        chosen = self.ask_removal(self._page, t, thing.title, naming, texts)
        if not chosen:
            return None
        remove_puzzle(draft, thing.puzzle, with_mentions=chosen == "all")
        return ""

    def _named(self, thing: Thing, place: Place | None) -> str:
        """The thing that stands for a row of a list of the kit."""
        prefix = thing.ident.partition("/")[0]
        row = self._draft_of().value(place, {}) if place is not None else {}
        return f"{prefix}/{row.get('id', '')}"
