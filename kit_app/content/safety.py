"""Check that nothing in a kit leads out of the game: no real address, number or firm; no foreign code."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from kit_app.assets import resources_dir
from kit_app.content.draft import Draft
from kit_app.content.paper_check import is_paper_file
from kit_app.content.texts import Text, all_texts
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

Symbols = Callable[[Mapping[str, bytes]], Mapping[str, Sequence[str]]]
"""The codes that a telephone reads in pictures, by the picture; those without any are left out."""

FICTION_PHONES = ("019900", "026191", "035301", "046571", "053649", "063998")
"""Beginnings of French numbers that are reserved for fiction; four digits follow."""

FICTION_NETWORKS = ("192.0.2.", "198.51.100.", "203.0.113.")

RESERVED_ENDINGS = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")
"""Domains that nobody can own (RFC 2606, RFC 6761)."""

_TOP_DOMAINS = (
    "ai alsace app at be biz bio bzh ca care cat ch clinic cloud club co com corsica cz de dev doctor "
    "dk edu email es eu fi fr gouv gov health help hospital ie info int io it link live lu mc me media "
    "mil mobi name net nl no online org page paris pl plus pro pt re ru sante se services shop site "
    "social store support team tech tel top tv uk us web wiki world xyz zone"
)
_DOMAIN = re.compile(
    r"(?<![\w.-])(?:[a-z0-9-]+\.)+(?:" + "|".join(_TOP_DOMAINS.split()) + r")(?![\w-]|\.\w)", re.IGNORECASE
)
_URL = re.compile(
    r"\b(?:https?|hxxps?|ftp|mailto|tel|sms|javascript):(?=\S)|\bwww\.|\]\([^)]*\)|<a\s", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)
_GAP = r"[\s.\-/\u00a0\u202f]?"
_FRENCH_PHONE = re.compile(
    rf"(?<!\d)(?:(?:\+|00)33{_GAP}(?:\(0\){_GAP})?|0)(?:[1-9](?:{_GAP}\d\d){{4}}|{_GAP}8\d\d(?:{_GAP}\d{{3}}){{2}})(?!\d)"
)
_FOREIGN_PHONE = re.compile(rf"\+(?!33)\d(?:{_GAP}\d){{7,14}}")
_NETWORK = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
_PLACE = re.compile(r"\{[\w.]+\}")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0\u202f]?[0-9A-Z]{4}){4,}")


def unsafe_problems(draft: Draft) -> Iterator[KitProblem]:
    """Real addresses, numbers, networks and accounts in any text; real firms in what players read."""
    for text in all_texts(draft):
        source, path, words = text
        plain = _PLACE.sub(" ", words)
        for message, found in _unsafe(plain):
            yield source.problem(path, message, found=found)
        if _is_of_the_game(text):
            for found in dict.fromkeys(_firms().findall(plain)):
                yield source.problem(path, _FIRM, found=found)


def symbol_problems(draft: Draft, symbols: Symbols) -> Iterator[KitProblem]:
    """Codes in pictures: players would scan them and be led wherever they lead."""
    pictures = {name: content for name, content in draft.files.items() if name.startswith("images/")}
    for name, codes in symbols(pictures).items():
        message = N_(
            "This picture holds a code that telephones read ({found}). Draw it without:"
            " the program prints the code of each card itself."
        )
        yield KitProblem(file=name, line=0, key="", message=message, values={"found": ", ".join(codes)})


_FIRM = N_("“{found}” is the name of a real firm or service. Invent one that nobody bears.")


def _is_of_the_game(text: Text) -> bool:
    """Whether players meet it in play: papers and what they quote may name who is responsible for a rule."""
    return not is_paper_file(text[0].file)


def _unsafe(text: str) -> Iterator[tuple[str, str]]:
    if match := _URL.search(text):
        message = N_(
            "Players must never be sent to an address on the web ({found}). Take it out, or write a name"
            " that ends with .example, without anything before it."
        )
        yield message, match.group()
    for match in _MAIL.finditer(text):
        if not _is_reserved(match.group(1)):
            yield (
                N_("“{found}” may be somebody’s address. Use a domain that ends with .example."),
                match.group(),
            )
    for match in _DOMAIN.finditer(_MAIL.sub(" ", text)):
        if not _is_reserved(match.group()):
            yield N_("“{found}” may be a real domain. Use one that ends with .example."), match.group()
    yield from _real_numbers(text)


def _real_numbers(text: str) -> Iterator[tuple[str, str]]:
    """Telephones, network addresses and bank accounts."""
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


def _is_reserved(domain: str) -> bool:
    return any(f".{domain.lower()}".endswith(f".{ending}") for ending in RESERVED_ENDINGS)


@cache
def _firms() -> re.Pattern[str]:
    """Every name of the list, as a word of its own; capitals do not matter."""
    lines = (resources_dir() / "real-names.txt").read_text(encoding="utf-8").splitlines()
    listed = sorted(
        (line.strip() for line in lines if line.strip() and line[0] != "#"), key=len, reverse=True
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, listed)) + r")(?!\w)", re.IGNORECASE)
