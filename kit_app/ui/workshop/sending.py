"""A kit that leaves the workshop: published on this computer or saved as a file, in a thread of its own."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.kits import SUFFIX
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.workshop import Workshop
from kit_app.ui.background import Task, run
from kit_app.ui.common.file_dialogs import ask_save, with_ending
from kit_app.ui.common.told import Told
from kit_app.views.kits import KitRow


class KitSending(QObject):
    """`told(Told)`: what was done; `refused(KitAppError)`: why not. `changed(Changed)`: what else.

    `ask_save` is for tests to answer.
    """

    told = Signal(object)
    refused = Signal(object)
    changed = Signal(object)
    busy_changed = Signal()

    def __init__(self, workshop: Workshop, t: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._t = t
        self._window = parent
        self._task: Task | None = None
        self.ask_save = ask_save

    @property
    def is_busy(self) -> bool:
        """Whether a kit is on its way."""
        return self._task is not None

    def publish(self, draft: KitDraft) -> None:
        """Make the kit of a draft one that sessions are planned with."""
        files, is_new = draft.files, self._workshop.is_new(draft)
        self._work(
            lambda: self._workshop.publish(files), lambda row: self._published(row, draft if is_new else None)
        )

    def save(self, name: str, files: Mapping[str, bytes]) -> None:
        """Write the kit of `files` as a file that the person chooses."""
        t = self._t
        kinds = t("Kits (*.sante-kit)")
        chosen = self.ask_save(self._window, t("Save the kit as a file"), f"{name}{SUFFIX}", kinds)
        if chosen is None:
            return
        path, may_replace = with_ending(chosen, SUFFIX)
        self._work(
            lambda: self._workshop.write(files, path, overwrite=may_replace),
            lambda _done: self._written(path),
        )

    def _published(self, row: object, first: KitDraft | None) -> None:
        """Tell it; a copy gets the facility’s own rules of its original when it is published `first`."""
        if not isinstance(row, KitRow):
            return
        t = self._t
        name = row.title(t.language)
        words = t("“{name}” {version} is here: “Prepare” offers it.", name=name, version=row.version)
        rules = self._handed_on(first) if first is not None else 0
        if rules:
            words = f"{words} {t('Your own rules for the kit that it is a copy of hold for it too.')}"
            self.changed.emit(Changed(settings=True))
        self.told.emit(Told(words))

    def _handed_on(self, draft: KitDraft) -> int:
        try:
            return self._workshop.hand_rules_on(draft)
        except KitAppError as error:
            self.refused.emit(error)
            return 0

    def _written(self, path: Path) -> None:
        self.told.emit(Told(self._t("“{name}” holds the kit.", name=path.name)))

    def _work(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """Check and write in a thread of its own; nothing else waits for it."""
        if self._task is not None:
            return
        task = Task(lambda _progress: work(), self)
        self._task = task
        task.succeeded.connect(then)
        task.failed.connect(self._refuse)
        task.ended.connect(self._wake)
        self.busy_changed.emit()
        run(task)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, KitAppError):
            self.refused.emit(error)

    def _wake(self) -> None:
        self._task = None
        self.busy_changed.emit()
