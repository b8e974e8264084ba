"""What stands beside a slide on the laptop: what to say, what the teams lived, the facility's own rule."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.labels import Label, flowing, rule
from kit_app.ui.common.panel import Panel
from kit_app.views.slides import Step


class _Texts(Panel):
    """Labels that are made anew for each slide."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._parts: list[QWidget] = []
        self._texts = QVBoxLayout()
        self._texts.setSpacing(8)
        self.add(self._texts)
        self.body.addStretch(1)

    def clear(self) -> None:
        for part in self._parts:
            self._texts.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []

    def write(self, text: str, role: str = "body") -> Label:
        label = flowing(Label(text, role, self))  # type: ignore[arg-type]
        self._put(label)
        return label

    def line(self) -> None:
        self._put(rule(self))

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._texts.addWidget(part)
        part.show()


class SayPanel(_Texts):
    """The words to speak, large; what is good to know below them."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Say"), parent)
        self._t = t

    def show_step(self, step: Step) -> None:
        """Show the words of a slide."""
        self.clear()
        for text in step.say:
            self.write(self._t("“{text}”", text=text), "say-bold")
        if step.say and step.lead:
            self.line()
        for text in step.lead:
            self.write(text, "quiet")


class LivedPanel(_Texts):
    """What these teams lived with it, and what was noted then."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("What happened in the game"), parent)
        self._t = t

    def show_step(self, step: Step) -> None:
        """Show what was lived; nothing that the room sees."""
        self.clear()
        for text in step.lived:
            self.write(text)
        if step.noted:
            self.line()
            self.write(self._t("Your notes"), "label")
        for text in step.noted:
            self.write(text, "quiet")
        if not step.lived and not step.noted:
            self.write(self._t("Nothing of the game belongs here."), "help")


class HerePanel(_Texts):
    """The facility's own rule, whom to call, and the reflex."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Here"), parent)
        self._t = t

    def show_step(self, step: Step) -> None:
        """Show them; for a puzzle without a rule of the facility say where to write one."""
        self.clear()
        if step.rule:
            self.write(step.rule)
        elif step.has_puzzle:
            self.write(
                self._t("No rule of your own yet: write it in the settings, under “Our own rules”."), "help"
            )
        if step.contact:
            self.write(step.contact, "bold")
        if step.reflex:
            self.line()
            self.write(self._t("The reflex"), "label")
            self.write(step.reflex, "say")
        self.setVisible(bool(step.rule or step.contact or step.reflex))
