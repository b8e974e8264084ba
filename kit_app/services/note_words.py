"""Notes of a run in words: what was written, and the tag that one key gave it."""

from kit_app.i18n import Catalogue


def note_words(text: str, tag: str, t: Catalogue) -> str:
    """A note with its tag in words."""
    tags = {
        "mutual-aid": t("Teamwork"),
        "one-group": t("Solo group"),
        "typical-mistake": t("Trap"),
        "good-sentence": t("Good line"),
    }
    return " · ".join(part for part in (tags.get(tag, ""), text) if part)
