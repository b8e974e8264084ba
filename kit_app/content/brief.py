"""What a kit says of itself, without reading the rest of it: it takes a moment, not a second."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kit_app.content.files import KitFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What stands at the head of a kit, and where its figures come from."""

    id: str
    version: str
    licence: str
    languages: tuple[str, ...]
    sources: tuple[str, ...]


def brief_of(files: KitFiles) -> Brief:
    """The head of a kit that is known to be sound."""
    head, facts = _table(files, "kit.toml"), _table(files, "facts.toml").get("facts", ())
    return Brief(
        id=head["id"],
        version=head["version"],
        licence=head["licence"],
        languages=tuple(head["languages"]),
        sources=tuple(fact["source"] for fact in facts),
    )


def titles(files: KitFiles, languages: Iterable[str]) -> dict[str, str]:
    """The titles by language; a language whose words cannot be read has none."""
    found = {language: _words(files, language).get("title") for language in languages}
    return {language: title for language, title in found.items() if isinstance(title, str) and title}


def names(files: KitFiles, language: str, group: str) -> dict[str, str]:
    """What a kit calls its variants, themes and so on, by id, in this language or in one that it has."""
    spoken = _table(files, "kit.toml").get("languages") or [language]
    found = _words(files, language if language in spoken else spoken[0]).get(group)
    held = found.items() if isinstance(found, Mapping) else ()
    return {ident: name for ident, name in held if isinstance(name, str)}


def _words(files: KitFiles, language: str) -> Mapping[str, Any]:
    return _table(files, f"words/{language}/kit.toml")


def _table(files: KitFiles, name: str) -> Mapping[str, Any]:
    """A file as TOML; empty when it is not there or cannot be read."""
    import tomllib  # only here: a program that starts reads no kit

    try:
        return tomllib.loads(files.get(name, b"").decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
