"""The print desk: what to print for whom, the very PDF beside it, saved whole or sent to a printer."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kit_app.assets import resources_dir
from kit_app.domain.plan import SessionPlan
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitAppError, ProblemsError
from kit_app.i18n import Catalogue, load
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.page import Page
from kit_app.ui.common.paper import PrinterAtHand
from kit_app.ui.common.preview_panel import PreviewPanel
from kit_app.ui.common.sending import Sending
from kit_app.ui.printing.lines_panel import FACILITATOR, SHELF, LinesPanel
from kit_app.ui.printing.reprint_dialog import Reprint, ReprintDialog
from kit_app.ui.printing.side_column import SideColumn
from kit_app.ui.printing.words import all_or_none, proof_of
from kit_app.views.paper import OneCard, PaperLine, PaperNeeds, PaperPdf

_REDRAWS_AFTER_MS = 150
_BESIDE_FROM, _WIDE_FROM = 980, 1100
_MOST_PROBLEMS = 3


class PrintPage(Page):
    """`show_session(id)`; `changed(Changed)` after a team's papers went out; `told(Told)`."""

    changed = Signal(object)
    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._services = services
        self._t = t
        self._plan: SessionPlan | None = None
        self._basis: object = None
        self._papers: Any = None
        self._lines: tuple[PaperLine, ...] = ()
        self._made: PaperPdf | None = None
        self._sent: dict[tuple[str, str], set[str]] = {}
        self._only: Reprint | None = None
        self.ask_lost_card = self._ask_lost_card
        self.lines = LinesPanel(t, self)
        self.preview = PreviewPanel(t, self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addWidget(self.lines, 10)
        self._columns.addWidget(self.preview, 8)
        self.side = SideColumn(services.printers, t, lambda *sheet: self.sending.print(*sheet), self)
        self.needs, self.wish, self.printer = self.side.needs, self.side.wish, self.side.printer
        self.needs.printed_said.connect(self._mark_printed)
        self.printer.changed.connect(self._on_ticks)
        self._columns.addWidget(self.side, 0)
        self.add(self._columns, 1)
        self._build_foot()
        self._maker, self._comparer = Latest(self), Latest(self)
        self._maker.progressed.connect(self.sending.show_step)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REDRAWS_AFTER_MS)
        self._timer.timeout.connect(self._make)
        self.lines.who_changed.connect(self._open)
        self.lines.ticked_changed.connect(self._on_ticks)
        self.wish.changed.connect(self._on_ticks)
        self.lines.wants_changes.connect(self._tick_changes)
        self.lines.wants_lost_card.connect(self._choose_lost_card)
        self.lines.picked.connect(self._go_to_line)
        self.preview.turned.connect(self._follow)
        self.banners.chosen.connect(self._follow_banner)

    def _build_foot(self) -> None:
        t = self._t
        foot = self.show_foot()
        self.save = KeyButton(t("Save as PDF…"), self, size="large", icon="folder", key="Ctrl+S")
        self.save.setObjectName("print-save")
        self.print = KeyButton(t("Print"), self, kind="primary", icon="print", key="Ctrl+P")
        self.print.setObjectName("print-print")
        self.sending = Sending(t, self)
        foot.add_left(self.sending.progress)
        self.save_all = KeyButton(t("Save in a folder…"), self, size="large", icon="folder")
        self.save_all.setObjectName("print-save-all")
        self.save_all.set_tip(t("Each line as a PDF of its own"))
        self.save_all.clicked.connect(self._save_all)
        for button in (self.save_all, self.save, self.print):
            foot.add(button)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.sending.refused.connect(self._refuse)
        self.sending.done.connect(self._note_sent)
        self.sending.told.connect(self.told)
        self.sending.busy_changed.connect(self._refresh)
        self.sending.stopped.connect(self._interrupt)

    def show_session(self, session_id: str) -> None:
        """The papers of a stored session. Raises KitAppError."""
        plan = self._services.sessions.get(session_id)
        self._plan, issuer = plan, self._services.profile.issuer(plan)
        before, self._basis = self._basis, (replace(plan, printed_teams=()), issuer)
        if before == self._basis and self._made is not None:
            self._refresh()
            return
        teams = [team.number for team in plan.teams]
        waiting = [number for number in teams if number not in plan.printed_teams]
        who = str((waiting or teams)[0])
        self.lines.show_teams(teams, who)
        self.side.show_printers(self.sending.printer_names())
        self._open(who)

    def _open(self, who: str) -> None:
        """Lay out the papers of a team or of the facilitator."""
        plan = self._plan
        if plan is None:
            return
        kit = self._services.library.kit_of(plan)
        own, issuer = self._services.shelf.dressed(kit), self._services.profile.issuer(plan)
        self._forget()

        def work(progress: Progress) -> tuple[Any, tuple[PaperLine, ...]]:
            from kit_app.services.printing import desk  # loads what draws

            t, *others = (load(resources_dir() / "i18n", language) for language in plan.languages)
            if who == SHELF:
                papers = desk.shelf_papers(own, issuer, t)
            elif who == FACILITATOR:
                papers = desk.facilitator_papers(kit, plan, t, issuer)
            else:
                papers = desk.players_papers(kit, plan, int(who), t, issuer, other=next(iter(others), None))
            return papers, papers.lines()

        self._maker.ask(work, self._show_papers, self._refuse)

    def _show_papers(self, opened: tuple[Any, tuple[PaperLine, ...]]) -> None:
        self._papers, self._lines = opened
        self.lines.show_lines(self._lines)
        self._make()

    def _on_ticks(self) -> None:
        self._show_all()
        self._made = None
        self._refresh()
        self._timer.start()

    def _make(self) -> None:
        """Draw the PDF of what is ticked."""
        papers, ticked, wish = self._papers, self.lines.list.ticked(), self.wish.wish()
        if papers is None or not ticked:
            self._show_nothing()
            return
        self.banners.remove("stopped")
        self.needs.show_needs(None)
        self.preview.show_checked("", "")
        self.sending.show_begin(self._t("Drawing the sheets"))
        only, printer = self._only, self._services.printers.readings(self.wish.printer.value())

        def work(progress: Progress) -> PaperPdf:
            from kit_app.services.printing import desk  # loads what draws

            if only is not None:
                return desk.made_card(papers, only.card, only.taken, progress.step, wish, printer)
            return desk.made(papers, ticked, progress.step, wish, printer)

        self._maker.ask(work, self._show_made, self._refuse)

    def _show_nothing(self) -> None:
        self._maker.stop()
        self.sending.show_end()
        self._made = None
        self.needs.show_needs(PaperNeeds())
        self.preview.show_pdf(None)
        self.preview.show_checked(self._t("Nothing is ticked."), "info", "ink2")
        self._refresh()

    def _show_made(self, made: PaperPdf) -> None:
        self.sending.show_end()
        self._made = made
        self.banners.remove("paper")
        self.needs.show_needs(made.needs)
        self.lines.show_sheets(made.sheets)
        self.preview.show_pdf(made, made.starts.get(self.lines.list.chosen(), 0))
        self._refresh()
        self.preview.show_checked(proof_of(made, self._t), "check")

    def stop(self) -> None:
        """Stop drawing and checking, when nobody will look at it."""
        self._maker.stop()
        self.sending.show_end()

    def _interrupt(self) -> None:
        """A person stops the drawing or the comparing; it can be taken up again."""
        is_drawing, t = self._maker.is_busy, self._t
        self.stop()
        if not is_drawing:
            self._comparer.stop()
            return
        sentence = t("Interrupted: the sheets are not drawn yet.")
        self.banners.show_banner("stopped", "info", sentence, [("again", t("Draw the sheets"))])

    def _forget(self) -> None:
        self._timer.stop()
        self._show_all()
        self._papers, self._made, self._lines = None, None, ()
        self.lines.show_lines(())
        self.preview.show_pdf(None)
        self.preview.show_checked("", "")
        self.needs.show_needs(None)
        for banner in ("paper", "stopped"):
            self.banners.remove(banner)
        self._refresh()

    def _go_to_line(self, ident: str) -> None:
        if self._made is not None and ident in self._made.starts:
            self.preview.go_to(self._made.starts[ident])

    def _follow(self, page: int) -> None:
        """The list shows to which line the sheet belongs."""
        if self._made is not None:
            begun = [ident for ident, start in self._made.starts.items() if start <= page]
            if begun:
                self.lines.list.choose(begun[-1])

    def _save(self) -> None:
        if self._made is not None:
            self.sending.save(self._made.pdf, self._papers.file_name)

    def _save_all(self) -> None:
        """Each ticked line as a file of its own in a folder."""
        papers, ticked, wish = self._papers, self.lines.list.ticked(), self.wish.wish()
        printer = self._services.printers.readings(self.wish.printer.value())
        if self._made is None:
            return

        def files(progress: Progress) -> Iterator[tuple[str, bytes]]:
            from kit_app.services.printing.desk import line_files  # loads what draws

            return line_files(papers, ticked, wish, progress.step, printer)

        self.sending.save_all(files)

    def _ask_lost_card(self) -> Reprint | None:
        papers, wish = self._papers, self.wish.wish()

        def find(name: str) -> tuple[OneCard, ...]:
            from kit_app.services.printing.desk import cards_named  # loads what draws

            return cards_named(papers, name, wish)

        return ReprintDialog(self._t, find, papers.titles(), self).ask()

    def _choose_lost_card(self) -> None:
        """Show one card alone, in the place of its sheet that is still free."""
        asked = None if self._papers is None else self.ask_lost_card()
        if asked is None:
            return
        self._only = asked
        sentence = self._t("Only the card {card} is shown, to be printed again.", card=asked.card.card_id)
        self.banners.show_banner("only", "info", sentence, [("all", self._t("Show all papers"))])
        self._made = None
        self._refresh()
        self._make()

    def _show_all(self) -> None:
        self._only = None
        self.banners.remove("only")

    def _follow_banner(self, _banner: str, action: str) -> None:
        if action in ("all", "again"):
            self._on_ticks()
        else:
            self.save.click()

    def _tick_changes(self) -> None:
        """Tick the lines that were never printed as they look now."""
        papers, plan = self._papers, self._plan
        if papers is None or plan is None:
            return

        def work(progress: Progress) -> dict[str, str]:
            from kit_app.services.printing.desk import digests  # loads what draws

            return digests(papers, step=progress.step)

        def then(found: dict[str, str]) -> None:
            changed = self._services.prints.changed(self._log_key(), found)
            self.sending.show_end()
            self.lines.list.tick_only(changed)
            if len(changed) in (0, len(found)):
                self.banners.show_banner("paper", "info", all_or_none(self._t, bool(changed)))

        self.sending.show_begin(self._t("Looking for what changed"))
        self._comparer.ask(work, then, self._refuse)

    def _log_key(self) -> str:
        """Under what the papers on the desk are noted as printed."""
        return f"{self._plan.id if self._plan is not None else ''}/{self.lines.who()}"

    def _note_look(self) -> None:
        """Note what went out as it looks now, so that later only what changed is printed."""
        papers, made, key = self._papers, self._made, self._log_key()
        if papers is None or made is None:
            return

        def work(progress: Progress) -> dict[str, str]:
            from kit_app.services.printing.desk import digests  # loads what draws

            return digests(papers, made.starts, progress.step)

        def then(found: dict[str, str]) -> None:
            try:
                self._services.prints.note(key, found)
            except KitAppError as error:
                self._refuse(error)

        self._comparer.ask(work, then, self._refuse)

    def _print(self) -> None:
        if self._made is None or self._plan is None:
            return
        if not self.sending.printer_names():
            sentence = self._t(
                "No printer is installed on this computer. Save the sheets as a PDF, "
                "and print it elsewhere at 100 %."
            )
            self.banners.show_banner("paper", "warn", sentence, [("save", self._t("Save as PDF…"))])
            return
        name = self.wish.printer.value()
        at_hand = PrinterAtHand(
            name, self.wish.sides.value(), is_drawn_for=self._services.printers.readings(name) is not None
        )
        self.sending.print(self._made.pdf, self._plan.name, self._made.pages, at_hand)

    def _note_sent(self, is_whole: bool) -> None:
        """Once all papers of a team went out, in one go or in several, the team counts as printed."""
        plan, made, who = self._plan, self._made, self.lines.who()
        self.banners.remove("paper")
        if plan is None or made is None or not is_whole or self._only is not None:
            return
        self._note_look()
        if not who.isdecimal():
            return
        sent = self._sent.setdefault((plan.id, who), set())
        sent.update(made.starts)
        if sent >= {line.ident for line in self._lines} and int(who) not in plan.printed_teams:
            self._mark_printed()

    def _mark_printed(self) -> None:
        """The team chosen has its papers: they went out from here, or a person says so."""
        if self._plan is None:
            return
        sessions, session = self._services.sessions, self._plan.id
        try:
            changed = sessions.mark_printed(session, int(self.lines.who()))
        except KitAppError as error:
            self._refuse(error)
            return
        self._plan = sessions.get(session)
        self._refresh()
        self.changed.emit(changed)

    def _refuse(self, error: KitAppError) -> None:
        self.sending.show_end()
        sentences = [self._t.of(error)]
        if isinstance(error, ProblemsError):
            found = [one for one in error.problems if isinstance(one, KitProblem)]
            sentences += [self._t(one.message, **one.values) for one in found[:_MOST_PROBLEMS]]
        self.banners.show_banner("paper", "danger", "\n".join(sentences))
        self._refresh()

    def _refresh(self) -> None:
        """What may be done, and the words that say for whom."""
        plan, who = self._plan, self.lines.who()
        is_ready = self._made is not None and not self.sending.is_busy
        for button in (self.save, self.save_all, self.print):
            button.setEnabled(is_ready)
        self.save_all.setEnabled(is_ready and self._only is None)
        if plan is None:
            return
        self.print.setText(self.lines.print_words(len(plan.teams), is_one_card=self._only is not None))
        is_printed = who.isdecimal() and int(who) in plan.printed_teams
        is_of_no_team = who in (FACILITATOR, SHELF)
        self.needs.show_state(is_printed=None if is_of_no_team else is_printed, is_secret=who == FACILITATOR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        is_narrow = is_beside and self.width() < _WIDE_FROM
        self.lines.show_narrow(is_narrow)
        self.preview.show_narrow(is_narrow)
        self.side.show_beside(is_beside)
