"""Sentences, plurals, dates and numbers in the reader's language, from catalogues read as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path

from kit_app.errors import KitAppError

LANGUAGES = {"en": "English", "fr": "Français"}
NBSP = "\u00a0"
MINUS = "\u2212"

_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr)(?:\[(\d)\])?\s+)?"(.*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_FIRST_AND_SECOND = 2
_APOSTROPHE = re.compile(r"(?<=\w)'")

_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}


def N_(message: str) -> str:  # noqa: N802 - the name that translators' tools know
    """Mark a sentence that will be translated where it is shown."""
    return message


def plural_form(language: str, n: float) -> int:
    """0 for the singular, 1 for the plural; French counts 0 and 1.5 as singular."""
    if language == "fr":
        return 1 if abs(n) >= _FIRST_AND_SECOND else 0
    return 0 if abs(n) == 1 else 1


class Catalogue:
    """The sentences of one language; a sentence that it lacks stays in English."""

    def __init__(self, language: str, entries: Mapping[str, Sequence[str]] | None = None) -> None:
        self.language = language
        self._entries = dict(entries or {})

    def __call__(self, message: str, /, **values: object) -> str:
        known = self._entries.get(message)
        text = known[0] if known else message
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form that fits `n`, which the sentence may show as `{n}`."""
        forms = self._entries.get(one, ())
        if len(forms) >= _FIRST_AND_SECOND:
            text = forms[plural_form(self.language, n)]
        else:
            text = (one, many)[plural_form("en", n)]
        return text.format(n=n, **values)

    def of(self, error: KitAppError) -> str:
        """The sentence of an error, as the facilitator reads it."""
        return self(error.message, **error.values)


def load(folder: Path, language: str) -> Catalogue:
    """The catalogue of `language`; English is the language of the code and needs no file."""
    path = folder / f"{language}.po"
    if language == "en" or not path.is_file():
        return Catalogue("en")
    return Catalogue(language, read_catalogue(path.read_text(encoding="utf-8")))


def read_catalogue(text: str) -> dict[str, tuple[str, ...]]:
    """The translated entries of a `.po` text; fuzzy, empty and obsolete ones are left out."""
    return {one: forms for one, forms, fuzzy in _entries(text) if one and all(forms) and not fuzzy}


def _entries(text: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines()]
        fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in lines)
        fields = _fields(line for line in lines if line and not line.startswith("#"))
        forms = tuple(fields[key] for key in sorted(fields) if key.startswith("msgstr"))
        if forms:
            yield fields["msgid"], forms, fuzzy


def _fields(lines: Iterator[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = ""
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"not a line of a catalogue: {line}")
        if match[1]:
            key = match[1] + (match[2] or "")
            fields[key] = ""
        fields[key] += _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), match[3])
    return fields


def long_date(day: date, language: str) -> str:
    """`mardi 24 novembre 2026`, `Tuesday 24 November 2026`."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    name = _DAYS[language][day.weekday()]
    return f"{name} {number}{NBSP}{_MONTHS[language][day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`24/11/2026`, the same in both languages."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def clock_time(moment: time, language: str) -> str:
    """`18 h 30` and `9 h`; `6.30 pm` and `9 am`."""
    minutes = f"{moment.minute:02}" if moment.minute else ""
    if language == "fr":
        return f"{moment.hour}{NBSP}h" + (NBSP + minutes if minutes else "")
    half = "am" if moment.hour < 12 else "pm"
    return f"{moment.hour % 12 or 12}{'.' + minutes if minutes else ''}{NBSP}{half}"


def duration(seconds: int) -> str:
    """`7:40`, and `1:07:40` from an hour on."""
    sign = MINUS if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"


def time_left(ms: int) -> str:
    """`7:41` of a rest of 7 min 40.2 s: every second that has begun counts, as on a clock that runs down."""
    return duration(-(-max(0, ms) // 1000))


def curled(text: str) -> str:
    """A kit's words with the apostrophes of the interface, for what stands on a screen beside its own."""
    return _APOSTROPHE.sub("’", text)


def number(value: float, language: str, decimals: int = 0) -> str:
    """`1 234,5` in French, `1,234.5` in English."""
    text = f"{abs(value):,.{decimals}f}"
    if language == "fr":
        text = text.translate({ord(","): NBSP, ord("."): ","})
    return MINUS + text if value < 0 and any(digit in text for digit in "123456789") else text


def joined(items: Sequence[str], language: str) -> str:
    """`P1, P5 et P12`, `P1, P5 and P12`."""
    if len(items) < _FIRST_AND_SECOND:
        return "".join(items)
    last = {"fr": "et", "en": "and"}[language]
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
