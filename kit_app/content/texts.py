"""Check every text of a kit: nothing unsafe for players, no unfilled place, no lacking character."""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from kit_app.content.draft import Draft
from kit_app.content.paper_check import is_paper_file, paper_places
from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.problems import KitProblem
from kit_app.domain.spelling import places
from kit_app.i18n import N_

Text = tuple[Source, KeyPath, str]

FICTION_PHONES = ("019900", "026191", "035301", "046571", "053649", "063998")
"""Beginnings of French numbers that are reserved for fiction; four digits follow."""

FICTION_NETWORKS = ("192.0.2.", "198.51.100.", "203.0.113.")

PLACES_OF_SHOWERS = {
    ("player", "envelope"): {"envelope"},
    ("player", "envelopes"): {"envelopes"},
    ("player", "seal"): {"envelope"},
    ("player", "flap"): {"envelope"},
    ("player", "hint_heading"): {"level", "title"},
    ("cards", "set_line"): {"set", "n", "total"},
    ("cards", "path_line"): {"letter", "name"},
}
"""Sentences of words/<language>/kit.toml with places of their own, filled when they are shown."""

_TOP_DOMAINS = (
    "app be biz care ch cloud co com de dev edu email es eu fr gouv gov hospital info int io it link lu mc "
    "mil mobi name net nl online org page pro pt re sante shop site tech tel tv uk us web xyz"
)
_DOMAIN = re.compile(
    r"(?<![\w.-])(?:[a-z0-9-]+\.)+(?:" + "|".join(_TOP_DOMAINS.split()) + r")(?![\w-]|\.\w)", re.IGNORECASE
)
_URL = re.compile(r"(?:https?|ftp|mailto):|\bwww\.", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)
_GAP = r"[\s.\-/\u00a0\u202f]?"
_FRENCH_PHONE = re.compile(rf"(?<!\d)(?:(?:\+|00)33{_GAP}(?:\(0\){_GAP})?|0)[1-9](?:{_GAP}\d\d){{4}}(?!\d)")
_FOREIGN_PHONE = re.compile(rf"\+(?!33)\d(?:{_GAP}\d){{7,14}}")
_NETWORK = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0\u202f]?[0-9A-Z]{4}){4,}")


def all_texts(draft: Draft) -> Iterator[Text]:
    """Every text of the kit's TOML files with where it stands; structure files give their parameters only."""
    for file, source in draft.sources.items():
        if file.startswith("words/"):
            yield from _texts(source, (), source.data)
        elif file.startswith("puzzles/"):
            yield from _texts(source, ("parameters",), source.data.get("parameters", {}))


def unsafe_problems(draft: Draft) -> Iterator[KitProblem]:
    """Real addresses, telephone numbers, networks and accounts."""
    for source, path, text in all_texts(draft):
        for message, found in _unsafe(text):
            yield source.problem(path, message, found=found)


def glyph_problems(draft: Draft, lacking: Callable[[str], str]) -> Iterator[KitProblem]:
    """Characters that the fonts of print and screen cannot draw; `lacking` gives those of a text."""
    for source, path, text in all_texts(draft):
        for letter in dict.fromkeys(lacking(text)):
            message = N_("The fonts have no character “{letter}” ({code}). Write it another way.")
            yield source.problem(path, message, letter=letter, code=f"U+{ord(letter):04X}")


def place_problems(draft: Draft, values: Mapping[str, Mapping[str, str]]) -> Iterator[KitProblem]:
    """Places `{…}` that nothing fills. `values` holds, for each language, the values of one whole deal.

    A puzzle with no value there could not be dealt: places of its values are not judged.
    """
    for source, path, text in all_texts(draft):
        language = source.file.split("/")[1] if source.file.startswith("words/") else ""
        known = values.get(language) or next(iter(values.values()), {})
        is_mechanism = path[0] in ("clues", "parameters")
        own: AbstractSet[str] = PLACES_OF_SHOWERS.get(_pair(path), set()) if source.file.endswith("/kit.toml") else set()
        if is_paper_file(source.file):
            own = paper_places(draft)
        for place in places(text):
            if place not in own:
                yield from _unfilled(source, path, place, (known, draft, is_mechanism))
        if not is_mechanism and re.search(r"[{}]", re.sub(r"\{[A-Za-z][\w.]*\}", "", text)):
            yield source.problem(
                path, N_("A brace stands here alone. Write a place like this: {model}."), model="{name}"
            )


def _unfilled(
    source: Source, path: KeyPath, place: str, context: tuple[Mapping[str, str], Draft, bool]
) -> Iterator[KitProblem]:
    known, draft, is_mechanism = context
    puzzle, dot, _ = place.partition(".")
    if place in known or not known and not dot:
        return
    is_dealt = any(name.startswith(f"{puzzle}.") for name in known)
    if dot and (puzzle in draft.puzzle_ids and not is_dealt):
        return
    if not dot and is_mechanism:
        return
    meant = likely(place, known)
    shown = f"{{{place}}}"
    if meant:
        message = N_("Nothing fills the place {place}. Did you mean {meant}?")
        yield source.problem(path, message, place=shown, meant=f"{{{meant}}}")
    else:
        message = N_("Nothing fills the place {place}. Take it out, or add it to [names].")
        yield source.problem(path, message, place=shown)


def _unsafe(text: str) -> Iterator[tuple[str, str]]:
    if match := _URL.search(text):
        message = N_("Players must never be sent to an address on the web ({found}). Take it out.")
        yield message, match.group()
    for match in _MAIL.finditer(text):
        if not match.group(1).lower().endswith("example"):
            yield (
                N_("“{found}” may be somebody’s address. Use a domain that ends with .example."),
                match.group(),
            )
    for match in _DOMAIN.finditer(_MAIL.sub(" ", text)):
        yield N_("“{found}” may be a real domain. Use one that ends with .example."), match.group()
    for match in (*_FRENCH_PHONE.finditer(text), *_FOREIGN_PHONE.finditer(text)):
        digits = re.sub(r"\D", "", re.sub(r"^(?:\+|00)33(?:\D*\(0\))?", "0", match.group()))
        if not digits.startswith(FICTION_PHONES):
            message = N_(
                "“{found}” may be somebody’s number. Use one that is kept for fiction, e.g. 01 99 00 12 34."
            )
            yield message, match.group()
    for match in _NETWORK.finditer(text):
        if not match.group().startswith(FICTION_NETWORKS):
            message = N_("“{found}” may be a real network address. Use one like 192.0.2.10.")
            yield message, match.group()
    for match in _ACCOUNT.finditer(text):
        yield N_("“{found}” looks like a whole bank account. Mask it: FR76 •••• •••• ••42."), match.group()


def _texts(source: Source, path: KeyPath, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        yield source, path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(source, (*path, key), item)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(source, (*path, number), item)


def _pair(path: KeyPath) -> tuple[str, str]:
    """The outermost two keys of `path`."""
    first, second = (*map(str, path), "", "")[:2]
    return first, second
