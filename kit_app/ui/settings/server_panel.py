"""The server of the region, where there is one: its address, a try, and sending the results there."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kit_app.domain.region_server import LAST_PORT, USUAL_DATABASE, USUAL_PORT, ServerAddress
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue, clock_time, long_date
from kit_app.services.services import Services
from kit_app.system.starting import SERVER, adding_line
from kit_app.ui.background import Progress, Task, run
from kit_app.ui.common.accessible import announce
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.file_dialogs import ask_open
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel

_SHORT, _USUAL = 110, 260
"""The least width of a number’s field and of a name’s (px)."""
_LONGEST = 200


class ServerPanel(Panel):
    """`edited()` after every change. `ask_open` is an attribute, so that tests can answer instead."""

    edited = Signal()

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Server of the region"), parent)
        self._server = services.region_server
        self._t = t
        self._task: Task | None = None
        self.ask_open = ask_open
        self.add(
            Label(
                t(
                    "Some regions gather results on a server. What is sent are counts, without the name of a"
                    " person, a team or a service. Where there is no server, save the file for the region in"
                    " “Results”."
                ),
                "small",
                self,
            )
        )
        self.lack = Label("", "body", self)
        self.add(self.lack)
        self.form = QWidget(self)
        self._build_form()
        self._show_whether_there()

    def _show_whether_there(self) -> None:
        t, is_there = self._t, self._server.is_there()
        command = adding_line(SERVER)
        self.lack.setText(
            t(
                "Sending to a server is an optional part. To add it, once, with the internet, you or your IT"
                " service type: {command}",
                command=command,
            )
            if command
            else t(
                "This folder of the program cannot send to a server: save the file for the region instead."
            )
        )
        self.lack.setVisible(not is_there)
        self.form.setVisible(is_there)

    def _build_form(self) -> None:
        t = self._t
        self.host = self._line("host", _USUAL)
        self.port = self._line("port", _SHORT)
        self.port.setValidator(QIntValidator(1, LAST_PORT, self))
        self.database = self._line("database", _USUAL)
        self.user = self._line("user", _USUAL)
        self.password = self._line("password", _USUAL)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.ca_file = self._line("ca", _USUAL)
        self.choose = KeyButton(t("Choose…"), self, icon="folder")
        self.choose.setObjectName("server-choose")
        self.choose.clicked.connect(self._choose)
        address = FlowRow(spacing=16)
        address.add(Field(t("Name of the server"), self.host, "", self), 1)
        address.add(Field(t("Port"), self.port, "", self))
        address.add(Field(t("Database"), self.database, "", self), 1)
        login = FlowRow(spacing=16)
        login.add(Field(t("User"), self.user, "", self), 1)
        self.password_field = Field(t("Password"), self.password, "", self)
        login.add(self.password_field, 1)
        trust = FlowRow(spacing=16)
        words = t("Only where the region’s IT service gave you one. Empty: what this computer trusts.")
        trust.add(Field(t("File of its certification authority"), self.ca_file, words, self), 1)
        trust.add(self.choose)
        self.itself = CheckBox(t("Send by itself when the program starts and after each session"), self)
        self.itself.setObjectName("server-itself")
        self.itself.clicked.connect(self._edited)
        acts = FlowRow(spacing=8)
        self.try_it = self._act(acts, "server-try", t("Try the connection"), "check", self._try)
        self.send = self._act(acts, "server-send", t("Send the results now"), "envelope", self._send)
        self.outcome = Label("", "body", self)
        self.outcome.setObjectName("server-outcome")
        self.waiting = Label("", "small", self)
        self.waiting.setObjectName("server-waiting")
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (address, login, trust):
            column.addLayout(row)
        column.addWidget(self.itself)
        column.addLayout(acts)
        column.addWidget(self.outcome)
        column.addWidget(self.waiting)
        self.add(self.form)

    def _line(self, name: str, width: int) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(f"server-{name}")
        edit.setMaxLength(_LONGEST)
        edit.setMinimumWidth(width)
        edit.textEdited.connect(self._edited)
        return edit

    def _act(self, row: FlowRow, name: str, words: str, icon: str, act: Callable[[], None]) -> KeyButton:
        button = KeyButton(words, self, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: act())
        row.add(button)
        return button

    # The form

    def show_kept(self) -> None:
        """Fill the form with what holds."""
        address = self._server.address
        self.host.setText(address.host)
        self.port.setText(str(address.port or USUAL_PORT))
        self.database.setText(address.database or USUAL_DATABASE)
        self.user.setText(address.user)
        self.ca_file.setText(address.ca_file)
        self.password.clear()
        self.itself.setChecked(self._server.sends_itself)
        self._say("")
        self._dress()

    def address(self) -> ServerAddress:
        """As it stands in the form."""
        return ServerAddress(
            host=self.host.text().strip(),
            port=int(self.port.text() or 0),
            database=self.database.text().strip(),
            user=self.user.text().strip(),
            ca_file=self.ca_file.text().strip(),
        )

    @property
    def is_kept(self) -> bool:
        """Whether the form says what holds."""
        server = self._server
        return (
            self.address() == server.address
            and self.itself.isChecked() == server.sends_itself
            and not self.password.text()
        )

    def keep(self) -> None:
        """Store the form, and hand the password to the system's keyring. Raises StorageError."""
        if self.is_kept:
            return
        password = self.password.text()
        self._server.keep(self.address(), sends_itself=self.itself.isChecked())
        self.password.clear()
        self._dress()
        self.look()
        if password:
            self._work("", lambda _progress: self._server.keep_password(password), self._password_kept)

    def _password_kept(self, is_in_keyring: object) -> None:
        t = self._t
        self._say(
            t("The password is kept in the keyring of this computer.")
            if is_in_keyring
            else t("This computer has no keyring to use: the password is forgotten when the program closes.")
        )

    def _edited(self) -> None:
        self._dress()
        self.edited.emit()

    def _choose(self) -> None:
        path = self.ask_open(
            self, self._t("File of its certification authority"), self._t("Certificates (*.crt *.pem *.cer)")
        )
        if path is not None:
            self.ca_file.setText(str(path))
            self._edited()

    # What is done with it

    def _try(self) -> None:
        address, password = self.address(), self.password.text()
        self._work(
            self._t("Trying…"),
            lambda _progress: self._server.try_it(address, password),
            lambda _nothing: self._say(self._t("The server answers, and its tables are there.")),
        )

    def _send(self) -> None:
        self._work(self._t("Sending…"), self._sent_by, self._sent)

    def _sent_by(self, progress: Progress) -> int:
        def goes_on(done: int, total: int) -> bool:
            progress.step(done, total)
            return True

        return self._server.send(goes_on)

    def _sent(self, count: object) -> None:
        words = self._t.plural("{n} result was sent.", "{n} results were sent.", int(str(count)))
        self._say(words if count else self._t("The server has everything already."))
        self.look()

    def look(self) -> None:
        """Count what waits, and say what holds of sending."""
        if self._server.is_there() and self._server.address.is_set:
            self._show_waiting(None)
            task = Task(lambda _progress: self._server.waiting(), self)
            task.succeeded.connect(self._show_waiting)
            task.failed.connect(lambda _error: self._show_waiting(None))
            run(task)
        else:
            self.waiting.setText("")

    def _show_waiting(self, count: object) -> None:
        t, server = self._t, self._server
        lines = []
        if count is not None:
            number = int(str(count))
            waits = t.plural("{n} result waits to be sent.", "{n} results wait to be sent.", number)
            lines.append(waits if number else t("Nothing waits to be sent."))
        lines.append(_last_time(server.sent_ms, t))
        if server.fault is not None:
            lines.append(t("Sending by itself did not work: {why}", why=t.of(server.fault)))
        self.waiting.setText("\n".join(lines))

    def _work(self, words: str, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        self._say(words)
        task = self._task = Task(work, self)
        task.progressed.connect(self._show_progress)
        task.succeeded.connect(then)
        task.failed.connect(self._refuse)
        task.ended.connect(partial(self._wake, task))
        self._dress()
        run(task)

    def _wake(self, task: Task) -> None:
        if self._task is task:
            self._task = None
            self._dress()

    def _show_progress(self, done: int, total: int) -> None:
        self._say(self._t("Sent: {done} of {total}.", done=done, total=total))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, KitAppError):
            self._say(self._t.of(error), is_wrong=True)
            announce(self.outcome)

    def _say(self, words: str, *, is_wrong: bool = False) -> None:
        self.outcome.setText(words)
        self.outcome.set_role("error" if is_wrong else "body")
        self.outcome.setVisible(bool(words))

    def _dress(self) -> None:
        is_busy = self._task is not None
        self.try_it.setEnabled(not is_busy and self.address().is_set)
        self.send.setEnabled(not is_busy and self._server.address.is_set and self.is_kept)
        is_other = self.address() != self._server.address
        self.password_field.set_help(
            "" if is_other or not self._server.address.is_set else self._t("Empty: the one that is kept.")
        )


def _last_time(sent_ms: int, t: Catalogue) -> str:
    if not sent_ms:
        return t("Nothing was sent from here yet.")
    moment = datetime.fromtimestamp(sent_ms / 1000, tz=UTC).astimezone()
    day, hour = long_date(moment.date(), t.language), clock_time(moment.time(), t.language)
    return t("Last sent: {day}, {hour}.", day=day, hour=hour)
