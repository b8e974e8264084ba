"""Days and hours of sessions in words, and what a person typed as a date or a time."""

import re
from datetime import UTC, date, datetime, time

from kit_app.i18n import NBSP, Catalogue, clock_time, long_date, short_date

_EVENING = 17
_DATE = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?)?\s*(am|pm)?")
_CENTURY = 2000
_NOON = 12
_DIGITS = len("1830")
_TWO_DIGITS = 100
_SHORT_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
}
_SHORT_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
    "fr": (
        *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
        *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
    ),
}


def local_moment(wall_ms: int) -> datetime:
    """The moment on this computer's clock."""
    return datetime.fromtimestamp(wall_ms / 1000, tz=UTC).astimezone()


def day_of(text: str) -> date | None:
    """The date of a plan, None while it is open."""
    return date.fromisoformat(text) if text else None


def time_of(text: str) -> time | None:
    """The time of a plan, None while it is open."""
    return time.fromisoformat(text) if text else None


def typed_date(text: str) -> str | None:
    """ISO date of what a person typed, day first; "" for nothing, None when it is no date."""
    words = text.strip()
    if not words:
        return ""
    iso, usual = _ISO.fullmatch(words), _DATE.fullmatch(words)
    if iso:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    elif usual:
        day, month, year = int(usual[1]), int(usual[2]), int(usual[3])
        year += _CENTURY if year < _TWO_DIGITS else 0
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def typed_time(text: str) -> str | None:
    """`18:30` of what a person typed (18h30, 1830, 6.30 pm, 18 h); "" for nothing, None for no time."""
    words = text.replace(NBSP, " ").strip()
    if not words:
        return ""
    if len(words) == _DIGITS and words.isdecimal():
        words = f"{words[:2]}:{words[2:]}"
    match = _TIME.fullmatch(words.lower())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % _NOON + (_NOON if match[3] == "pm" else 0)
    try:
        return time(hour, minute).isoformat("minutes")
    except ValueError:
        return None


def shown_date(text: str) -> str:
    """A plan's date as it is typed: `24/11/2026`."""
    day = day_of(text)
    return short_date(day) if day else ""


def short_day(day: date, language: str, today: date) -> str:
    """`jeu. 3 déc.`, `Thu 3 Dec`; with the year when it is another one."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    month = _SHORT_MONTHS[language][day.month - 1]
    words = f"{_SHORT_DAYS[language][day.weekday()]} {number}{NBSP}{month}"
    return words if day.year == today.year else f"{words} {day.year}"


def when_in_list(t: Catalogue, day_text: str, time_text: str, today: date) -> str:
    """`jeu. 3 déc., 14 h` for a list."""
    day, moment = day_of(day_text), time_of(time_text)
    if day is None:
        return t("to be chosen")
    words = t("today") if day == today else short_day(day, t.language, today)
    return f"{words}, {clock_time(moment, t.language)}" if moment else words


def when_in_title(t: Catalogue, day_text: str, time_text: str, today: date) -> str:
    """`Ce soir · 18 h 30`, `Demain · 9 h`, `Jeudi 3 décembre 2026 · 14 h`."""
    day, moment = day_of(day_text), time_of(time_text)
    if day is None:
        return t("Date to be chosen")
    distance = (day - today).days
    if distance == 0:
        words = t("Tonight") if moment and moment.hour >= _EVENING else t("Today")
    elif distance == 1:
        words = t("Tomorrow")
    else:
        words = capitalised(long_date(day, t.language))
    return f"{words} · {clock_time(moment, t.language)}" if moment else words


def time_until(t: Catalogue, day_text: str, time_text: str, now: datetime) -> str:
    """`dans 4 h 10`, `dans 9 jours`; empty without a date or when it is past."""
    day, moment = day_of(day_text), time_of(time_text)
    if day is None:
        return ""
    days = (day - now.date()).days
    if days > 0:
        return t.plural("in {n} day", "in {n} days", days) if days > 1 else ""
    if days < 0 or moment is None:
        return ""
    minutes = moment.hour * 60 + moment.minute - now.hour * 60 - now.minute
    if minutes <= 0:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return t("in {minutes} min", minutes=rest)
    return t("in {hours} h {minutes}", hours=hours, minutes=f"{rest:02}")


def time_since(t: Catalogue, then_ms: int, now_ms: int) -> str:
    """`il y a 3 min`, `il y a 2 jours`."""
    minutes = max(0, now_ms - then_ms) // 60_000
    if minutes < 1:
        return t("just now")
    if minutes < 60:
        return t("{minutes} min ago", minutes=minutes)
    hours = minutes // 60
    if hours < 24:
        return t.plural("{n} hour ago", "{n} hours ago", hours)
    return t.plural("{n} day ago", "{n} days ago", hours // 24)


def capitalised(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
