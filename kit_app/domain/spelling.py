"""Compare what people type with what was meant, and fill named places in texts."""

import re
import unicodedata
from collections.abc import Mapping

from kit_app.i18n import NBSP

_NATURAL = re.compile(r"(\d+)")
_PLACE = re.compile(r"\{([A-Za-z][A-Za-z0-9_.]*)\}")
_SPACE_OF_NUMBER = re.compile(r"(?<=\d) (?=\d)")
_NEITHER = re.compile("[^A-Z0-9]+")
_SPELLED_OUT = str.maketrans({"Œ": "OE", "œ": "oe", "Æ": "AE", "æ": "ae", "ß": "ss"})


def normalised(text: str) -> str:
    """`text` as answers are compared: A-Z and 0-9 only; case, accents, spaces, punctuation ignored."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text.translate(_SPELLED_OUT))
    return _NEITHER.sub("", plain.upper())


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with each `{name}` that `values` knows replaced; an unknown name stays as it is."""
    if "{" not in text:
        return text
    return _PLACE.sub(lambda match: values.get(match.group(1), match.group(0)), text)


def places(text: str) -> tuple[str, ...]:
    """The names of the `{name}` places in `text`, in their order."""
    return tuple(_PLACE.findall(text)) if "{" in text else ()


def together(number: str) -> str:
    """A telephone number that no end of line parts."""
    return _SPACE_OF_NUMBER.sub(NBSP, number)


def natural(name: str) -> tuple[object, ...]:
    """For sorting: P2 before P10."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _NATURAL.split(name))
