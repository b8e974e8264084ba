"""A large answer to press: its letter in a disc, its words beside, as high as they need."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.choices import paint_choice_face
from kit_app.ui.common.fonts import font
from kit_app.ui.common.paint import draw_face, smooth

_DISC, _PAD, _PX = 40, 14, 20
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value)


class AnswerButton(QAbstractButton):
    """`letter` is also the key that presses it, which whoever holds the button listens for."""

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = letter
        self.setAccessibleName(letter)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def nextCheckState(self) -> None:
        """What was answered before is marked by `setChecked`, never by pressing."""

    def set_words(self, words: str) -> None:
        """Change what the answer says; without words the letter alone stands in the middle."""
        self.setText(words)
        self.setAccessibleName(f"{self.letter}. {words}" if words else self.letter)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self.text():
            return QSize(64, 64)
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        if not self.text():
            return QSize(56, 56)
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def hasHeightForWidth(self) -> bool:
        return bool(self.text())

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(80, width - _DISC - 3 * _PAD), 10_000)
        words = QFontMetricsF(font(_PX)).boundingRect(room, _WRAP, self.text())
        return max(_DISC, round(words.height())) + 2 * _PAD

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        smooth(painter)
        face = paint_choice_face(painter, self)
        left = face.left() + _PAD if self.text() else face.center().x() - _DISC / 2
        disc = QRectF(left, face.center().y() - _DISC / 2, _DISC, _DISC)
        draw_face(painter, disc, _DISC / 2, now.colour("primary"))
        painter.setPen(now.colour("on_primary"))
        painter.setFont(font(_PX, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.letter)
        painter.setPen(now.colour("ink"))
        painter.setFont(font(_PX))
        words = QRectF(disc.right() + _PAD, face.top(), face.right() - disc.right() - 2 * _PAD, face.height())
        painter.drawText(words, _WRAP, self.text())
