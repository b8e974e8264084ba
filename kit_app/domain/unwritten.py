"""Texts that only say what is to be written in their place, between double square brackets."""

import re

_MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


def unwritten(wanted: str) -> str:
    """The text that stands where `wanted` is to be written."""
    return f"[[{wanted}]]"


def unwritten_part(text: str) -> str:
    """What is to be written in a text, or an empty text once it is written."""
    found = _MARKED.search(text)
    return found.group(1).strip(" .") if found else ""
