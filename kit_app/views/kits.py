"""Kits as lists and pages show them: what they are, who vouches for them, what an update changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

How = Literal["new", "changed", "gone", "kept"]
"""`kept`: changed here and in the update, so that what is here stays."""
Kind = Literal["kit", "puzzle", "paper", "picture", "sound", "file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """The house that signed a kit, and the fingerprint of its key, which people compare."""

    name: str
    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KitRow:
    """A kit that is here, its very files named by `digest` (SHA-256, hex). `titles` are by language.

    `is_bundled`: it came with the program. `is_changed`: it was changed here since it came.
    """

    id: str
    digest: str
    version: str
    licence: str
    titles: dict[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    signer: Signer | None = None
    is_bundled: bool = False
    is_changed: bool = False

    def title(self, language: str) -> str:
        """Its title in a language, or in its first one, or its id."""
        return self.titles.get(language) or next(iter(self.titles.values()), self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class KitNames:
    """What kits call their variants, their own themes and sectors, by id; titles of kits and their puzzles.

    `puzzles` are by kit, in the order of play.
    """

    variants: Mapping[str, str]
    themes: Mapping[str, str]
    sectors: Mapping[str, str]
    kits: Mapping[str, str]
    puzzles: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """A puzzle, paper, picture … (`id`) that is another one after an update."""

    how: How
    kind: Kind
    id: str
