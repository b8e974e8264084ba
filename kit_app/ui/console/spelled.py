"""The letters of a card code as they are spelled on the telephone, so that two people can check them."""

from kit_app.domain.codes import ALPHABET, LENGTH
from kit_app.domain.spelling import normalised
from kit_app.i18n import Catalogue

LEAST = 3


def spelled(typed: str, t: Catalogue) -> str:
    """A word for each letter, half by half; empty for what could not become a card code."""
    letters = normalised(typed)
    if not LEAST <= len(letters) <= LENGTH or any(letter not in ALPHABET for letter in letters):
        return ""
    words = _words(t)
    half = LENGTH // 2
    parts = (letters[:half], letters[half:])
    return " · ".join(" ".join(words[letter] for letter in part) for part in parts if part)


def _words(t: Catalogue) -> dict[str, str]:
    """In each language the words that people know from the telephone; each begins with its letter."""
    words = (
        *(t("Bravo"), t("Charlie"), t("Delta"), t("Echo"), t("Foxtrot"), t("Golf"), t("Hotel"), t("Juliett")),
        *(t("Kilo"), t("November"), t("Papa"), t("Romeo"), t("Sierra"), t("Tango"), t("Victor"), t("X-ray")),
        t("Yankee"),
    )
    return dict(zip(ALPHABET, words, strict=True))
