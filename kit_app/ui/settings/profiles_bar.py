"""For which facility one plays today: the choice of a profile, and what can be done with profiles."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.domain.facility import KnownFacility
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.profile import Removed
from kit_app.services.profile_files import SUFFIX, How, PackedFacility
from kit_app.services.services import Services
from kit_app.services.session_check import LONGEST_NAME
from kit_app.ui.background import Task, run
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.dialogs import QuestionDialog, TextDialog, Verb
from kit_app.ui.common.fields import Field
from kit_app.ui.common.file_dialogs import ask_open, ask_save, with_ending
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.told import Told

_NAME = 400


class ProfilesBar(Panel):
    """`changed(Changed)` after an act, `told(Told)` what was done, `refused(KitAppError)` why not.

    `settle` says whether nothing that was typed would be lost; it may ask. What asks a person is an
    attribute, so that tests can answer instead: `ask_name` is given title and proposal, `ask_what` the name
    of a profile that is here already.
    """

    changed = Signal(object)
    told = Signal(object)
    refused = Signal(object)

    def __init__(
        self, services: Services, t: Catalogue, settle: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._profile = services.profile
        self._files = services.profile_files
        self._sessions = services.sessions
        self._t = t
        self._settle = settle
        self.ask_name = self._ask_name
        self.ask_what = self._ask_what
        self.ask_open, self.ask_save = ask_open, ask_save
        self.choice = ComboBox(self)
        self.choice.setObjectName("profile-choice")
        self.choice.activated.connect(self._choose)
        self.add(Field(t("For which facility do you play today?"), self.choice, "", self))
        self._acts = QWidget(self)
        row = FlowRow(self._acts, spacing=8)
        self.new = self._button("profile-new", t("New…"), "plus")
        self.new.clicked.connect(self._add)
        self.double = self._button("profile-duplicate", t("Duplicate…"), "duplicate")
        self.double.clicked.connect(self._duplicate)
        self.remove = self._button("profile-remove", t("Remove"), "trash")
        self.remove.clicked.connect(self._remove)
        self.take_in = self._button("profile-import", t("Import…"), "folder")
        self.take_in.clicked.connect(self._import)
        self.carry_out = self._button("profile-export", t("Export…"), "save")
        self.carry_out.clicked.connect(self._export)
        for button in (self.new, self.double, self.take_in, self.carry_out, self.remove):
            row.add(button)
        self.add(self._acts)
        self.reload()

    def _button(self, name: str, words: str, icon: str) -> KeyButton:
        button = KeyButton(words, self._acts, kind="quiet", size="small", icon=icon)
        button.setObjectName(name)
        return button

    def show_for(self, *, is_whole: bool, is_facilitys: bool) -> None:
        """Whole above the facility's form; above its other sections the choice alone, when there is one."""
        self._acts.setVisible(is_whole)
        self.setVisible(is_whole or (is_facilitys and self.choice.count() > 1))

    def reload(self) -> None:
        """Show the profiles that are there."""
        self.choice.clear()
        known = self._profile.all()
        for one in known:
            self.choice.add_choice(one.id, one.facility.name or self._t("Name to be given"))
        self.choice.set_value(self._profile.chosen)
        self.remove.setEnabled(len(known) > 1)
        reason = "" if len(known) > 1 else self._t("The only profile stays.")
        self.remove.setToolTip(reason)
        self.remove.setAccessibleDescription(reason)

    def _choose(self) -> None:
        ident = self.choice.value()
        if ident != self._profile.chosen and self._settle():
            self._act(lambda: self._profile.choose(ident))
        self.choice.set_value(self._profile.chosen)

    def _add(self) -> None:
        t = self._t
        name = self._settle() and self.ask_name(t("A new facility"), "")
        if name:
            self._act(lambda: self._profile.add_named(name))

    def _duplicate(self) -> None:
        t, profile = self._t, self._profile
        if not self._settle():
            return
        name = self.ask_name(t("A facility like this one"), profile.free_name(profile.facility.name))
        if name:
            self._act(lambda: profile.duplicate(name))

    def _ask_name(self, title: str, proposal: str) -> str | None:
        t = self._t

        def check(name: str) -> str:
            message = self._profile.name_problem(name)
            return t(message, most=LONGEST_NAME) if message else ""

        verbs = (t("Add"), t("Cancel"))
        dialog = TextDialog(title, t("Name of the facility"), verbs, self, value=proposal, check=check)
        dialog.edit.setMinimumWidth(_NAME)
        return dialog.ask()

    def _remove(self) -> None:
        t, profile = self._t, self._profile
        name = profile.facility.name
        try:
            count = sum(profile.is_host(profile.chosen, plan) for plan in self._sessions.to_come())
            removed = profile.remove(profile.chosen)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self._follow(Changed(settings=True))
        text = t("“{name}” is removed. You now play for “{other}”.", name=name, other=profile.facility.name)
        left = t.plural(
            "{n} planned session is for this facility: its papers now have dotted lines for numbers.",
            "{n} planned sessions are for this facility: their papers now have dotted lines for numbers.",
            count,
        )
        words = f"{text} {left}" if count else text
        self.told.emit(Told(words, t("Undo"), lambda: self._put_back(removed)))

    def _put_back(self, removed: Removed) -> None:
        self._act(lambda: self._profile.put_back(removed))

    def _export(self) -> None:
        t, profile = self._t, self._profile
        if not self._settle():
            return
        known = KnownFacility(id=profile.chosen, facility=profile.facility)
        kinds = t("Profiles of facilities (*.sante-profile)")
        chosen = self.ask_save(self, t("Save the profile as a file"), self._files.file_name(known), kinds)
        if chosen is None:
            return
        path, may_replace = with_ending(chosen, SUFFIX)
        try:
            self._files.write(known, path, overwrite=may_replace)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self.told.emit(Told(t("“{name}” holds the profile with its logo.", name=path.name)))

    def _import(self) -> None:
        t = self._t
        if not self._settle():
            return
        path = self.ask_open(
            self, t("Open a facility’s profile"), t("Profiles of facilities (*.sante-profile)")
        )
        if path is None:
            return
        try:
            content = self._files.read(path)
        except KitAppError as error:
            self.refused.emit(error)
            return
        here = self._files.like(content)
        how = self.ask_what(here.facility.name) if here is not None else None
        if here is None or how is not None:
            self._take_in(content, how)

    def _take_in(self, content: PackedFacility, how: How | None) -> None:
        """Copying what is here may take a while: not on this thread."""
        self.setEnabled(False)
        task = Task(lambda _progress: self._files.take_in(content, how), self)
        task.succeeded.connect(lambda changed: self._act(lambda: changed))
        task.failed.connect(self.refused)
        task.ended.connect(self._wake)
        run(task)

    def _wake(self) -> None:
        self.setEnabled(True)
        self.choice.setFocus()

    def _ask_what(self, name: str) -> How | None:
        t = self._t
        verbs = [
            Verb("replace", t("Replace it"), "danger"),
            Verb("stay", t("Leave as it is"), "secondary", is_default=True),
            Verb("both", t("Keep both"), "secondary"),
        ]
        title = t("“{name}” is here already. Replace it?", name=name)
        text = t("A copy of your data is made first, so that you can return to what is here now.")
        chosen = QuestionDialog(title, text, verbs, self).ask()
        return next((one for one in get_args(How) if one == chosen), None)

    def _act(self, act: Callable[[], Changed]) -> None:
        try:
            changed = act()
        except KitAppError as error:
            self.refused.emit(error)
            return
        self._follow(changed)
        self.told.emit(Told(self._t("You now play for “{name}”.", name=self._profile.facility.name)))

    def _follow(self, changed: Changed) -> None:
        self.reload()
        self.changed.emit(changed)
