"""Deal every variant of a kit some times in each language and solve each puzzle back from what is printed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kit_app.content.draft import HEAD, Draft
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.codes import looks_like_code
from kit_app.domain.deal import DealChoice, PuzzleOnTable, TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.problems import KitProblem
from kit_app.domain.spelling import normalised, places
from kit_app.domain.telling import secrets_of
from kit_app.errors import KitFileError
from kit_app.i18n import N_
from kit_app.mechanisms.dealing import UNMAKEABLE, deal_team
from kit_app.mechanisms.filling import clue_references, texts

SEEDS = tuple(f"check-{number}" for number in range(12))
FEW = 3
"""So many of the seeds are tried for a sector that has texts of its own: it changes words, seldom draws."""


Deal = tuple[str, str, str]
"""A variant, a sector and a language."""


@dataclass(slots=True)
class Findings:
    """What dealing has shown: problems, each puzzle's answers, the values of a deal.

    `secrets` are the puzzles whose answers players may not read, by every normalised spelling of them.
    """

    problems: list[KitProblem] = field(default_factory=list)
    answers: dict[str, set[str]] = field(default_factory=dict)
    values: dict[Deal, dict[str, str]] = field(default_factory=dict)
    secrets: dict[Deal, dict[str, str]] = field(default_factory=dict)

    def add(self, problem: KitProblem) -> None:
        """Keep `problem`, unless the same was found at the same place with another seed."""
        known = ((one.file, one.key, one.message) for one in self.problems)
        if (problem.file, problem.key, problem.message) not in known:
            self.problems.append(problem)


class _Recording(dict[str, Any]):
    """Fixed draws that remember which of them were asked for."""

    def __init__(self, draws: Mapping[str, Any]) -> None:
        super().__init__(draws)
        self.asked: set[str] = set()

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)


def no_step() -> None:
    """Said before each deal to those who do not want to stop."""


def solve_all(draft: Draft, step: Callable[[], None] = no_step) -> Findings:
    """Deal and solve all that could be read; broken puzzles are left out with what needs them.

    `step` is called before each deal; what it raises stops all of it.
    """
    findings = Findings()
    if draft.head is None:
        return findings
    choices = tuple(draft.different_choices())
    for language in draft.languages:
        for variant, sector in choices:
            own = draft.in_choice(variant, sector)
            if language not in own.words or own.head is None:
                continue
            kit = _kit_of(own, _whole_puzzles(own, language))
            choice = DealChoice(language=language, variant=variant, sector=sector, seed="")
            _deal_seeds(own, kit, choice, findings, step)
            if (variant, sector) == choices[0]:
                _deal_example(own, kit, choice, findings)
    for puzzle_id, answers in findings.answers.items():
        _check_constant(draft, puzzle_id, answers, findings)
    return findings


def _kit_of(draft: Draft, puzzle_ids: Iterable[str]) -> Kit:
    """The kit with these puzzles and without what dealing puzzles does not need."""
    return replace(draft.kit_of(tuple(puzzle_ids)), roles=(), scenes=(), paths=())


def _whole_puzzles(draft: Draft, language: str) -> tuple[str, ...]:
    """The readable puzzles, without those whose clues use the values of an unreadable one."""
    kept = [one for one in draft.puzzle_ids if one in draft.puzzles and one in draft.puzzle_words[language]]
    while True:
        kit = _kit_of(draft, kept)
        whole = [one for one in kept if _stands(draft, kit, one, kept)]
        if whole == kept:
            return tuple(kept)
        kept = whole


def _stands(draft: Draft, kit: Kit, puzzle_id: str, kept: list[str]) -> bool:
    used = clue_references(kit, kit.puzzle(puzzle_id))
    return all(one in kept for one in used if one in draft.puzzle_ids)


def _deal_seeds(
    draft: Draft, kit: Kit, choice: DealChoice, findings: Findings, step: Callable[[], None]
) -> None:
    left_out: set[str] = set()
    is_first = not kit.sectors or choice.sector == kit.sectors[0].id
    for seed in SEEDS if is_first else SEEDS[:FEW]:
        step()
        table = _deal(draft, kit, replace(choice, seed=seed), left_out, findings)
        if table is None:
            return
        deal = choice.variant, choice.sector, choice.language
        findings.values.setdefault(deal, {}).update(table.values)
        for puzzle in table.puzzles:
            for secret in secrets_of(puzzle):
                for spelling in secret.spellings:
                    findings.secrets.setdefault(deal, {}).setdefault(spelling, puzzle.id)
            if normalised(puzzle.answer):
                findings.answers.setdefault(puzzle.id, set()).add(normalised(puzzle.answer))
            for problem in _puzzle_problems(draft, puzzle, choice.language):
                findings.add(problem)


def _deal(
    draft: Draft, kit: Kit, choice: DealChoice, left_out: set[str], findings: Findings
) -> TeamTable | None:
    """One deal, without the puzzles that cannot be dealt, which are reported and added to `left_out`."""
    while True:
        lean = _without(kit, left_out)
        try:
            return deal_team(lean, choice, draft.mechanisms)
        except KitFileError as cause:
            problem = cause.problems[0]
            assert isinstance(problem, KitProblem)
            source = draft.source(problem.file)
            findings.add(source.problem((problem.key,), problem.message, **problem.values))
            left_out.add(str(cause.values["puzzle"]))
        except LookupError:  # a draw without its word, reported among the translations
            return None


def _without(kit: Kit, left_out: set[str]) -> Kit:
    gone = set(left_out)
    while gone:
        more = {one.id for one in kit.puzzles if one.id not in gone and clue_references(kit, one) & gone}
        if not more:
            break
        gone |= more
    variants = (
        replace(one, puzzles=tuple(puzzle for puzzle in one.puzzles if puzzle not in gone))
        for one in kit.variants
    )
    return replace(kit, variants=tuple(variants))


def _puzzle_problems(draft: Draft, puzzle: PuzzleOnTable, language: str) -> Iterator[KitProblem]:
    structure = draft.source(f"puzzles/{puzzle.id}.toml")
    words = draft.source(f"words/{language}/{puzzle.id}.toml")
    answer = normalised(puzzle.answer)
    if not answer:
        message = N_("The answer “{answer}” has neither a letter nor a digit. Change the parameters.")
        yield structure.problem(("parameters",), message, answer=puzzle.answer)
        return
    yield from _solve_problems(draft, puzzle, language)
    for spelling in puzzle.accepted:
        if looks_like_code(spelling):
            message = N_("The answer “{answer}” could be a card code. Change it.")
            yield words.problem(("accepted",), message, answer=spelling)
    for number, text in enumerate(puzzle.words.accepted):
        if not normalised(text):
            message = N_("“{text}” has neither a letter nor a digit. Take it out.")
            yield words.problem(("accepted", number), message, text=text)
    for number, miss in enumerate(puzzle.misses):
        if not normalised(miss.answer) or normalised(miss.answer) in puzzle.accepted:
            message = N_("A known wrong answer must not be empty or right: “{answer}”. Change it.")
            yield words.problem(("misses", number, "answer"), message, answer=miss.answer)
    labels, made = set(puzzle.words.fields), {one.key for one in puzzle.fields}
    if labels != made:
        message = N_("“fields” must label exactly these: {keys}.")
        yield words.problem(("fields",), message, keys=", ".join(sorted(made)) or "–")
    bare = sorted(set(puzzle.readings) - {card.part for card in puzzle.cards})
    if bare:
        message = N_("No card bears {parts}: players would lack it. Add a card for it.")
        yield structure.problem(("cards",), message, parts=", ".join(bare))
    yield from _left_places(draft, puzzle, language)


def _solve_problems(draft: Draft, puzzle: PuzzleOnTable, language: str) -> Iterator[KitProblem]:
    source = draft.source(f"words/{language}/{puzzle.id}.toml")
    where: KeyPath = ("clues",)
    try:
        found = draft.mechanisms[puzzle.mechanism].solve(puzzle.clues)
    except UNMAKEABLE as cause:
        message = N_("The clues cannot be solved: {reason}. Compare them with the parameters.")
        yield source.problem(where, message, reason=str(cause) or type(cause).__name__)
        return
    answer = normalised(puzzle.answer)
    if not found:
        message = N_("What is printed leads to no answer; it should lead to {answer}. Check the clues.")
        yield source.problem(where, message, answer=puzzle.answer)
    elif len(found) > 1:
        message = N_("What is printed leads to several answers: {answers}. Make the clues narrower.")
        yield source.problem(where, message, answers=", ".join(sorted(found)))
    elif answer not in found:
        message = N_("What is printed leads to {found}, not to the answer {answer}. Check the clues.")
        yield source.problem(where, message, found=", ".join(found), answer=puzzle.answer)


def _left_places(draft: Draft, puzzle: PuzzleOnTable, language: str) -> Iterator[KitProblem]:
    """Places that stay in what is printed of the clues, or that name puzzles which the variant lacks."""
    source = draft.source(f"words/{language}/{puzzle.id}.toml")
    message = N_("Nothing fills the place {place} in what is printed. Check its spelling.")
    for text in texts((puzzle.clues, puzzle.readings)):
        for place in places(text):
            yield source.problem(("clues",), message, place=f"{{{place}}}")


def _deal_example(draft: Draft, kit: Kit, choice: DealChoice, findings: Findings) -> None:
    """The example's draws must be draws, and their game solvable."""
    if draft.head is None or not draft.head.example:
        return
    source = draft.source(HEAD)
    fixed = _Recording(draft.head.example)
    choice = replace(choice, seed="example", fixed=fixed)
    left_out: set[str] = set()
    blank = Findings()
    try:
        table = _deal(draft, kit, choice, left_out, blank)
    except UNMAKEABLE:
        table = None
    if table is None:
        message = N_("The example cannot be dealt. Compare its values with what may be drawn.")
        findings.add(source.problem(("example",), message))
        return
    for problem in blank.problems:
        findings.add(source.problem(("example",), problem.message, **problem.values))
    for puzzle in table.puzzles:
        for problem in _puzzle_problems(draft, puzzle, choice.language):
            findings.add(problem)
    dealt = {puzzle.id for puzzle in table.puzzles} - left_out
    for name in draft.head.example:
        puzzle_id = name.partition("/")[0]
        is_judged = puzzle_id in dealt or puzzle_id not in draft.puzzle_ids
        if name not in fixed.asked and is_judged:
            message = N_("Nothing draws “{name}”. Take it out of the example.")
            findings.add(source.problem(("example", name), message, name=name))


def _check_constant(draft: Draft, puzzle_id: str, answers: set[str], findings: Findings) -> None:
    declared = draft.puzzles[puzzle_id].is_constant
    source = draft.source(f"puzzles/{puzzle_id}.toml")
    if len(answers) == 1 and not declared:
        message = N_("The answer is always {answer}. Let it vary, or write is_constant = true.")
        findings.add(source.problem(("is_constant",), message, answer=next(iter(answers))))
    if len(answers) > len(draft.languages) and declared:
        message = N_("The answer varies, though it is declared constant. Take is_constant out.")
        findings.add(source.problem(("is_constant",), message))
