"""Parts of a whole as they are written in each language."""

from kit_app.i18n import NBSP, Catalogue


def percent(part: float, t: Catalogue) -> str:
    """`89 %` in French, `89%` in English."""
    whole = round(part * 100)
    return f"{whole}{NBSP}%" if t.language == "fr" else f"{whole}%"
