"""Prove a finished PDF before it is handed over: codes read back, no answer on papers that players get."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from kit_app.domain.problems import KitProblem
from kit_app.domain.telling import Secret, told
from kit_app.errors import PrintError
from kit_app.i18n import N_
from kit_app.services.printing.preview import PageReading, description_of, read_pages

Step = Callable[[int, int], None]
Box = tuple[float, float, float, float]
"""Left, top, width and height in millimetres from the top left corner of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedCard:
    """A card of a page: where it lies, the codes inside its box, all words that its clue may hold."""

    where: str
    box: Box
    codes: frozenset[str] = frozenset()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a PDF is said to be: its pages' cards, in order, and for players' papers what it may not tell.

    `file_name` is searched for answers like the PDF's own title.
    """

    pages: tuple[tuple[ExpectedCard, ...], ...]
    secrets: tuple[Secret, ...] = ()
    file_name: str = ""


def prove(pdf: bytes, claim: Claim, step: Step | None = None) -> int:
    """How many codes were read back. Raises PrintError with every card that is not as it should be.

    A code counts when a reader finds it on the drawn page, inside its own card, with that card's letters.
    """
    problems: list[KitProblem] = []
    count = 0
    codes = {number: _codes_on(cards) for number, cards in enumerate(claim.pages)}
    seen = 0
    for number, page in enumerate(read_pages(pdf, codes, with_text=bool(claim.secrets))):
        cards = claim.pages[number] if number < len(claim.pages) else ()
        problems += _code_problems(cards, page)
        problems += _secret_problems(cards, page, claim.secrets)
        count += sum(len(card.codes) for card in cards)
        seen += 1
        if step is not None:
            step(seen, len(claim.pages))
    if seen != len(claim.pages):
        problems.append(_problem("PDF", N_("The file has {n} pages instead of {total}."), n=str(seen),
                                 total=str(len(claim.pages))))  # fmt: skip
    problems += _told_problems(pdf, claim)
    if problems:
        raise PrintError(
            N_(
                "The sheets did not pass their own check and are not handed over. "
                "Untick what is named here, or have the kit mended."
            ),
            tuple(problems),
        )
    return count


def _codes_on(cards: Sequence[ExpectedCard]) -> frozenset[str]:
    return frozenset().union(*(card.codes for card in cards))


def _code_problems(cards: Sequence[ExpectedCard], page: PageReading) -> Iterator[KitProblem]:
    """Codes that are missing, and codes that stand where they do not belong."""
    left = {card.where: set(card.codes) for card in cards}
    for code, x, y in page.codes:
        owner = next((card for card in cards if _holds(card.box, x, y)), None)
        if owner is not None and code in left[owner.where]:
            left[owner.where].remove(code)
        elif owner is None or code not in owner.codes:
            where = owner.where if owner else page.label
            yield _problem(where, N_("{card}: the code {code} on it belongs to another card."), code=code)
    for where, codes in left.items():
        for code in sorted(codes):
            yield _problem(where, N_("{card}: its code {code} cannot be read back from the page."), code=code)


def _secret_problems(
    cards: Sequence[ExpectedCard], page: PageReading, secrets: Sequence[Secret]
) -> Iterator[KitProblem]:
    """Answers that the page tells more often than the clues on it have to."""
    if not secrets:
        return
    shown = told((page.text,))
    allowed = told(card.words for card in cards)
    for secret in secrets:
        if any(shown.times(one) > allowed.times(one) for one in secret.spellings):
            where = cards[0].where if cards else page.label
            yield _problem(
                where, N_("{card}: players would read the answer of {puzzle} there."), puzzle=secret.puzzle
            )


def _told_problems(pdf: bytes, claim: Claim) -> Iterator[KitProblem]:
    """Answers in the file's name or in what the file says of itself."""
    if not claim.secrets:
        return
    shown = told((PurePath(claim.file_name).stem, *description_of(pdf)))
    for secret in claim.secrets:
        if any(shown.times(one) for one in secret.spellings):
            yield _problem(
                claim.file_name or "PDF",
                N_("{card}: the name or title of the file tells the answer of {puzzle}."),
                puzzle=secret.puzzle,
            )


def _holds(box: Box, x: float, y: float) -> bool:
    left, top, width, height = box
    return left <= x <= left + width and top <= y <= top + height


def _problem(where: str, message: str, **values: str) -> KitProblem:
    return KitProblem(file="", line=0, key=where, message=message, values={"card": where, **values})
