"""The kits that are here: what is told of each, and how one comes, goes on and goes away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.domain.problems import KitProblem
from kit_app.errors import KitAppError, ProblemsError
from kit_app.i18n import Catalogue
from kit_app.services.kit_words import (
    DAMAGED,
    change_sentence,
    facts_of,
    problem_sentence,
    signer_in_short,
    signer_sentence,
)
from kit_app.services.kits import SUFFIX, Arriving
from kit_app.services.services import Services
from kit_app.ui.background import Progress, Task, run
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.file_dialogs import ask_open, ask_save, with_ending
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.text_area import TextArea
from kit_app.ui.common.told import Told
from kit_app.ui.settings.drafts_panel import DraftsPanel
from kit_app.views.kits import KitRow

_LEAST_ROWS, _MOST_ROWS = 2, 6
_MOST_LINES = 12
_MOST_PROBLEMS = 3


class KitsPanel(Panel):
    """`told(Told)`: what was done, perhaps with a way back; `workshop_asked(str)`: write at this draft.

    What asks a person is an attribute, so that tests can answer instead: `ask` is given title, text, verbs.
    """

    told = Signal(object)
    workshop_asked = Signal(str)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Kits"), parent)
        self._services = services
        self._kits = services.kits
        self._t = t
        self._rows: tuple[KitRow, ...] = ()
        self._task: Task | None = None
        self.ask_open, self.ask_save, self.ask = ask_open, ask_save, self._ask
        self.banners = BannerStack(self)
        self.add(self.banners)
        words = t(
            "A session is planned with one of these kits, chosen in “Prepare”, and keeps it as it was then."
        )
        self.add(Label(words, "small", self))
        self.table = ListTable([t("Kit"), t("Version"), t("Who vouches for it")], self, stretch=0)
        self.table.setObjectName("kits")
        describe(self.table, t("Kits"))
        self.table.picked.connect(lambda _name: self._dress())
        self.add(self.table)
        self.facts = Label("", "body", self)
        self.facts.setObjectName("kit-facts")
        self.add(self.facts)
        self.busy = Label("", "small", self)
        self.add(self.busy)
        self.stop = KeyButton(t("Stop"), self, kind="secondary", icon="stop")
        self.stop.setObjectName("kit-stop")
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        self.add(self.stop)
        self._build_acts()

    def _build_acts(self) -> None:
        t = self._t
        row = FlowRow(spacing=8)
        self.take_in = self._act(row, "kit-import", t("Import…"), "folder", self._import)
        self.carry_out = self._act(row, "kit-export", t("Export…"), "save", partial(self._export, False))
        self.sign = self._act(row, "kit-sign", t("Export signed…"), "save", partial(self._export, True))
        self.remove = self._act(row, "kit-remove", t("Remove"), "trash", self._remove)
        self.add(row)
        words = t(
            "Anybody can write a name into a signature: compare the fingerprint once with those who made"
            " the kit."
        )
        self.add(Label(words, "help", self))
        self.drafts = DraftsPanel(self._services, t, self)
        self.drafts.told.connect(self.told)
        self.drafts.refused.connect(self._refuse)
        self.drafts.asked.connect(self.workshop_asked)
        self.drafts.copy.clicked.connect(lambda: self.drafts.begin_copy(self.table.chosen()))
        self.add(self.drafts)

    def _act(self, row: FlowRow, name: str, words: str, icon: str, act: Callable[[], None]) -> KeyButton:
        button = KeyButton(words, self, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: act())
        row.add(button)
        return button

    @property
    def chosen(self) -> KitRow | None:
        """The kit of the list that the acts are about."""
        return next((row for row in self._rows if row.id == self.table.chosen()), None)

    def reload(self, choose: str = "") -> None:
        """Show the kits that are here."""
        self._rows = self._kits.all()
        self.table.set_rows([self._row(row) for row in self._rows])
        shown = min(max(len(self._rows), _LEAST_ROWS), _MOST_ROWS)
        self.table.setFixedHeight(ListTable.ROW * (shown + 1) + 4)
        damaged = [self._t(DAMAGED, name=kit_id) for kit_id in self._kits.damaged()]
        if damaged:
            self.banners.show_banner("damaged", "warn", "\n".join(damaged))
        else:
            self.banners.remove("damaged")
        if choose or self.chosen is None:
            self.table.choose(choose or self._rows[0].id)
        self.drafts.reload()
        self._dress()

    def _row(self, row: KitRow) -> Row:
        cells = (
            Cell(text=row.title(self._t.language), is_bold=True),
            Cell(text=row.version),
            Cell(text=signer_in_short(row, self._t), is_quiet=True),
        )
        return Row(ident=row.id, cells=cells)

    def _dress(self) -> None:
        t, row = self._t, self.chosen
        self.facts.setText("" if row is None else self._told_of(row))
        for button in (self.carry_out, self.sign, self.drafts.copy):
            button.setEnabled(row is not None)
        name = self._services.profile.facility.name
        why = "" if name else t("A kit is signed in the name of your facility: give it one first.")
        self.sign.setEnabled(row is not None and not why)
        self._say_why(self.sign, why)
        is_own = row is None or row.is_bundled
        self.remove.setEnabled(not is_own)
        self._say_why(self.remove, t("The kit of the program itself stays.") if is_own else "")

    @staticmethod
    def _say_why(button: KeyButton, why: str) -> None:
        button.setToolTip(why)
        button.setAccessibleDescription(why)

    def _told_of(self, row: KitRow) -> str:
        """The facts of a kit, a line each."""
        t = self._t
        lines = [t("{topic}: {sentence}", topic=topic, sentence=text) for topic, text in facts_of(row, t)]
        return "\n".join(lines)

    def _import(self) -> None:
        t = self._t
        path = self.ask_open(self, t("Open a kit"), t("Kits (*.sante-kit)"))
        if path is not None:
            self._read(path, self._offer)

    def _read(
        self, path: Path, then: Callable[[Path, Arriving], None], *, without_changes: bool = False
    ) -> None:
        """A kit is dealt, solved and laid on paper before anybody is asked: not on this thread."""
        self._work(
            self._t("The kit is looked at: dealt, solved and laid on paper. This takes some seconds."),
            lambda progress: self._kits.read(
                path, without_changes=without_changes, step=lambda: progress.step(0, 0)
            ),
            lambda arriving: then(path, arriving),
        )
        self.stop.show()
        self.stop.setFocus()

    def _stop(self) -> None:
        """Let go of a kit that is still being looked at: nothing of it was kept."""
        if self._task is not None:
            self._task.cancel()
            self.stop.setEnabled(False)
            self.busy.setText(self._t("Stopping…"))

    @property
    def is_busy(self) -> bool:
        """Whether a kit is being looked at or kept."""
        return self._task is not None

    def _rest(self, is_resting: bool) -> None:
        """Let nothing else be asked for while a kit is on its way."""
        for part in (self.table, self.take_in, self.carry_out, self.sign, self.remove, self.drafts):
            part.setEnabled(not is_resting)

    def _work(self, words: str, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        self.banners.remove("kit")
        self.busy.setText(words)
        self._rest(True)
        task = Task(work, self)
        self._task = task
        task.succeeded.connect(partial(self._after, task, then))
        task.failed.connect(self._refuse)
        task.ended.connect(partial(self._wake, task))
        run(task)

    def _after(self, task: Task, then: Callable[..., None], result: object) -> None:
        self._wake(task)
        then(result)

    def _wake(self, task: Task) -> None:
        """This work is done; another one may have begun since."""
        if self._task is task:
            self._task = None
            self.busy.setText("")
            self.stop.hide()
            self.stop.setEnabled(True)
            self._rest(False)
            self._dress()
            self.table.setFocus()

    def _offer(self, path: Path, arriving: Arriving) -> None:
        """Say what arrives and what it changes, and ask."""
        t, row = self._t, arriving.row
        stay = Verb("stay", t("Leave as it is"), "secondary", is_default=True)
        if arriving.here is None:
            title = t("Take in “{name}”?", name=row.title(t.language))
            verbs = [stay, Verb("take", t("Take in"), "primary")]
            lines = [self._told_of(row)]
        else:
            title = t(
                "Bring “{name}” from version {old} to version {new}?",
                name=row.title(t.language),
                old=arriving.here.version,
                new=row.version,
            )
            verbs = [stay, Verb("take", t("Update"), "primary")]
            lines = self._changes(arriving)
        if arriving.here is not None and arriving.here.is_changed:
            verbs.insert(1, Verb("drop", t("Update, without my changes"), "danger"))
        chosen = self.ask(title, "\n".join(lines), verbs)
        if chosen == "take":
            self._keep(arriving)
        elif chosen == "drop":
            self._read(path, lambda _path, plain: self._keep(plain), without_changes=True)

    def _changes(self, arriving: Arriving) -> list[str]:
        t = self._t
        lines = [change_sentence(change, t) for change in arriving.changes]
        more = len(lines) - _MOST_LINES
        if more > 0:
            lines[_MOST_LINES:] = [t.plural("and {n} more", "and {n} more", more)]
        lines.append(signer_sentence(arriving.row, t))
        if arriving.is_other_signer:
            lines.append(t("The version that is here was signed by somebody else: ask who made this one."))
        lines.append(t("Sessions that are planned keep the kit that they have."))
        return lines

    def _keep(self, arriving: Arriving) -> None:
        words = self._t("A copy of your data is made, then the kit is kept.")
        self._work(
            words, lambda _progress: self._kits.take_in(arriving), lambda _done: self._kept(arriving.row)
        )

    def _kept(self, row: KitRow) -> None:
        self.reload(row.id)
        self.told.emit(
            Told(self._t("“{name}” is here: “Prepare” offers it.", name=row.title(self._t.language)))
        )

    def _export(self, is_signed: bool) -> None:
        t, row = self._t, self.chosen
        if row is None:
            return
        name = self._kits.file_name(row.id)
        chosen = self.ask_save(self, t("Save the kit as a file"), name, t("Kits (*.sante-kit)"))
        if chosen is None:
            return
        path, may_replace = with_ending(chosen, SUFFIX)
        try:
            self._kits.write(row.id, path, is_signed=is_signed, overwrite=may_replace)
        except KitAppError as error:
            self._refuse(error)
            return
        self.banners.remove("kit")
        self.told.emit(Told(t("“{name}” holds the kit.", name=path.name)))

    def _remove(self) -> None:
        t, row = self._t, self.chosen
        if row is None or row.is_bundled:
            return
        try:
            removed = self._kits.remove(row.id)
        except KitAppError as error:
            self._refuse(error)
            return
        self.reload()
        words = t(
            "“{name}” is removed. Sessions that were planned with it keep it.", name=row.title(t.language)
        )

        def put_back() -> None:
            self._kits.put_back(row.id, removed)
            self.reload(row.id)

        self.told.emit(Told(words, t("Undo"), put_back))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KitAppError):
            return
        sentences = [self._t.of(error)]
        if isinstance(error, ProblemsError):
            found = [one for one in error.problems if isinstance(one, KitProblem)]
            sentences += [problem_sentence(one, self._t) for one in found[:_MOST_PROBLEMS]]
            if len(found) > _MOST_PROBLEMS:
                more = len(found) - _MOST_PROBLEMS
                sentences.append(self._t.plural("and {n} more", "and {n} more", more))
        self.banners.show_banner("kit", "danger", "\n".join(sentences))

    def _ask(self, title: str, text: str, verbs: Sequence[Verb]) -> str:
        body = TextArea(lines=4)
        body.setReadOnly(True)
        describe(body, title)
        body.set_value(text)
        return QuestionDialog(title, "", verbs, self, body=body).ask()
