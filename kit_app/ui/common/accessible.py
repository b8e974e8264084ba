"""Small helps for screen readers and for tidy properties. No look here."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def plain(text: str) -> str:
    """A label's words without the mark of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def describe(widget: QWidget, name: str, description: str = "") -> None:
    """What a screen reader says of a control."""
    widget.setAccessibleName(plain(name))
    widget.setAccessibleDescription(description)


def announce(widget: QWidget) -> None:
    """Have a screen reader say the widget's name now, as an alert."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


def say(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and dress the widget again when it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
