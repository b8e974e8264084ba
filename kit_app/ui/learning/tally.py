"""Sheets as they are typed in, key by key. Plain Python: no widget, nothing stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from kit_app.domain.questionnaire import CHOICES, GRADES, Choice, Moment, Sheet

ENTER, BACK, SKIP, DELETE = "enter", "back", "skip", "delete"
MOST_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sheet as typed: digits of its number, a letter an item, a digit an opinion; empty where left open.

    `stored` is the number under which it is kept, None before. `is_changed`: typed on since it was kept.
    """

    number: str = ""
    cells: tuple[str, ...] = ()
    stored: int | None = None
    is_changed: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.number and not any(self.cells)

    @property
    def open_cells(self) -> int:
        """How many answers are lacking."""
        return self.cells.count("")


@dataclass(slots=True)
class Tally:
    """The sheets of one moment. `row` and `column` are where the next key goes; column 0 is the number.

    Behind the last answer, at column `width` + 1, nothing is typed over any more. The last line is always
    empty: the next sheet.
    """

    items: tuple[str, ...]
    opinions: tuple[str, ...]
    moment: Moment
    lines: list[Line] = field(default_factory=list)
    row: int = 0
    column: int = 0

    def __post_init__(self) -> None:
        self._end_with_an_empty_line()
        self.row = len(self.lines) - 1

    @property
    def width(self) -> int:
        """Items and opinions of a sheet; only after the game opinions are asked."""
        return len(self.items) + (len(self.opinions) if self.moment == "after" else 0)

    @property
    def line(self) -> Line:
        """The line that is typed."""
        return self.lines[self.row]

    @property
    def twin(self) -> int:
        """The place of another line with the same number, -1 when there is none."""
        number = self.line.number
        for place, other in enumerate(self.lines):
            if number and place != self.row and int(other.number or 0) == int(number):
                return place
        return -1

    def show(self, sheets: Sequence[Sheet]) -> None:
        """Begin with these stored sheets, the next one below."""
        self.lines = [self._line(sheet) for sheet in sheets]
        self._end_with_an_empty_line()
        self.row, self.column = len(self.lines) - 1, 0

    def move(self, row: int, column: int) -> None:
        """Go to another place, as near as there is one."""
        self.row = max(0, min(row, len(self.lines) - 1))
        self.column = max(0, min(column, self.width + 1))

    def press(self, key: str) -> bool:
        """A letter A to C, a digit, SKIP or BACK; whether it meant anything here."""
        if key == BACK:
            return self._go_back()
        if self.column == 0:
            return self._press_number(key)
        value = self._value(key) if self.column <= self.width else None
        if value is None:
            return False
        self._put(self.column, value)
        self.column += 1
        return True

    def take_number(self, number: str) -> None:
        """Give the line a number, and go to its first answer."""
        self.lines[self.row] = replace(self.line, number=number, is_changed=True)
        self.column = 1

    def sheet(self) -> Sheet:
        """The line as a sheet; number 0 without one."""
        letters = zip(self.items, self.line.cells, strict=False)
        grades = zip(self.opinions, self.line.cells[len(self.items) :], strict=False)
        return Sheet(
            moment=self.moment,
            number=int(self.line.number or 0) or min(0, self.line.stored or 0),
            answers={item: cast(Choice, letter) for item, letter in letters if letter},
            grades={opinion: int(grade) for opinion, grade in grades if grade},
        )

    def kept(self, sheet: Sheet) -> None:
        """The line was stored as `sheet`; the next sheet is on."""
        self.lines[self.row] = replace(self.line, stored=sheet.number, is_changed=False)
        self._end_with_an_empty_line()

    def take_up(self, line: Line) -> None:
        """Go on with a line that could not be kept: in the place of its stored sheet, or as the last one."""
        places = (place for place, one in enumerate(self.lines) if one.stored == line.stored)
        self.row = next(places, len(self.lines) - 1)
        self.lines[self.row], self.column = line, 0

    def next_line(self) -> None:
        """Go on to the first sheet that is not typed yet."""
        self.row, self.column = len(self.lines) - 1, 0

    def drop(self) -> None:
        """Take the line away."""
        if self.row < len(self.lines) - 1:
            del self.lines[self.row]
        else:
            self.lines[self.row] = self._blank()
        self.column = 0

    def _press_number(self, key: str) -> bool:
        line = self.line
        if key.isdecimal():
            if len(line.number) < MOST_DIGITS and (line.number or key != "0"):
                self.lines[self.row] = replace(line, number=line.number + key, is_changed=True)
            return True
        self.column = 1
        return self.press(key) if key in CHOICES else True

    def _value(self, key: str) -> str | None:
        if key == SKIP:
            return ""
        if self.column > len(self.items):
            return key if key.isdecimal() and 1 <= int(key) <= GRADES else None
        if key in CHOICES:
            return key
        place = int(key) - 1 if key.isdecimal() else -1
        return CHOICES[place] if 0 <= place < len(CHOICES) else None

    def _put(self, column: int, value: str) -> None:
        cells = list(self.line.cells)
        cells[column - 1] = value
        self.lines[self.row] = replace(self.line, cells=tuple(cells), is_changed=True)

    def _go_back(self) -> bool:
        """Take away what stands here, or before here; before the number lies the sheet above."""
        line = self.line
        if self.column == 0:
            if line.number:
                self.lines[self.row] = replace(line, number=line.number[:-1], is_changed=True)
            elif line.is_empty and self.row:
                self.row, self.column = self.row - 1, self.width + 1
            return True
        if self.column > self.width or not line.cells[self.column - 1]:
            self.column -= 1
        if self.column:
            self._put(self.column, "")
        return True

    def _end_with_an_empty_line(self) -> None:
        if not self.lines or not self.lines[-1].is_empty or self.lines[-1].stored is not None:
            self.lines.append(self._blank())

    def _blank(self) -> Line:
        return Line(cells=("",) * self.width)

    def _line(self, sheet: Sheet) -> Line:
        letters = tuple(sheet.answers.get(item, "") for item in self.items)
        grades = tuple(str(sheet.grades.get(one, "")) for one in self.opinions)
        return Line(
            number=str(sheet.number) if sheet.can_pair else "",
            cells=letters + (grades if self.moment == "after" else ()),
            stored=sheet.number,
        )
