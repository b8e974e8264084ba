"""Everything that is wrong with a kit, in one go: structure, words, safety, pictures, puzzles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kit_app.content.draft import Draft
from kit_app.content.files import KitFiles
from kit_app.content.given_check import given_answers
from kit_app.content.help_check import media_problems, question_answers
from kit_app.content.kit_reader import in_order, structure_problems
from kit_app.content.overlays import read_whole
from kit_app.content.paper_answers import answer_problems
from kit_app.content.pictures import picture_problems
from kit_app.content.safety import Symbols, symbol_problems, unsafe_problems
from kit_app.content.solving import SEEDS, no_step, solve_all
from kit_app.content.sounds import sound_problems
from kit_app.content.texts import (
    brace_problems,
    glyph_problems,
    paper_place_problems,
    place_problems,
)
from kit_app.domain.deal import DealChoice, TeamTable, given_card_id
from kit_app.domain.kit import Kit
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_
from kit_app.mechanisms.dealing import deal_team
from kit_app.mechanisms.table import MECHANISMS, Mechanism

Fits = Callable[[Kit, TeamTable], Sequence[tuple[str, str]]]
"""Tells the cards of a team and the papers (by id) whose text does not fit, each with a sentence."""

Lacking = Callable[[str], str]
"""The characters of a text that the fonts lack."""


def check_kit(
    files: KitFiles,
    fits: Fits | None = None,
    lacking: Lacking | None = None,
    mechanisms: Mapping[str, Mechanism] = MECHANISMS,
    symbols: Symbols | None = None,
) -> tuple[KitProblem, ...]:
    """Every mistake of a kit, by file and line; empty when it is ready to print and play. Never raises.

    `fits`, `lacking` and `symbols` come from the printing door; without them paper, fonts and codes in
    pictures are not judged.
    """
    return checked_kit(files, fits, lacking, mechanisms, symbols)[0]


def checked_kit(
    files: KitFiles,
    fits: Fits | None = None,
    lacking: Lacking | None = None,
    mechanisms: Mapping[str, Mechanism] = MECHANISMS,
    symbols: Symbols | None = None,
    step: Callable[[], None] = no_step,
) -> tuple[tuple[KitProblem, ...], Kit | None]:
    """Every mistake of a kit, as `check_kit` tells them, and the kit when there is none.

    `step` is called now and then; what it raises stops the check.
    """
    draft = read_whole(files, mechanisms)
    problems = list(structure_problems(draft))
    if draft.is_newer:
        return tuple(problems), None
    problems += [*picture_problems(draft), *media_problems(draft), *sound_problems(files)]
    problems += [*unsafe_problems(draft), *brace_problems(draft)]
    if lacking is not None:
        problems += glyph_problems(draft, lacking)
    if symbols is not None:
        problems += symbol_problems(draft, symbols)
    findings = solve_all(draft, step)
    problems += findings.problems
    problems += place_problems(draft, findings.values)
    problems += paper_place_problems(draft, findings.values)
    problems += [*answer_problems(draft, findings), *question_answers(draft, findings)]
    problems += given_answers(draft, findings)
    kit = None if problems else draft.kit()
    if fits is not None and kit is not None:
        problems += _fit_problems(draft, kit, fits, step)
    return in_order(problems), None if problems else kit


def _fit_problems(draft: Draft, kit: Kit, fits: Fits, step: Callable[[], None]) -> list[KitProblem]:
    """Cards whose text is too long for the paper, in any language, variant and sector."""
    problems = []
    for language in kit.languages:
        for variant, sector in draft.different_choices():
            step()
            choice = DealChoice(language=language, variant=variant, sector=sector, seed=SEEDS[0])
            table = deal_team(kit, choice, draft.mechanisms)
            owners = {card.id: card.puzzle or "kit" for card in table.cards}
            owners |= {given_card_id(one.id): one.id for one in table.puzzles}
            own = _to_judge(kit, choice)
            owners |= {spec.id: f"papers/{spec.id}" for spec in own.papers}
            for card, why in fits(own, table):
                owner = owners.get(card, "kit")
                source = draft.in_choice(variant, sector).source(f"words/{language}/{owner}.toml")
                where = next(iter(source.files), ("cards", card)) if "/" in owner else ("cards", card)
                message = N_("Card {card} does not fit its paper: {why} Shorten its text.")
                problems.append(source.problem(where, message, card=card, why=why))
    return problems


def _to_judge(kit: Kit, choice: DealChoice) -> Kit:
    """The kit in a choice; of the papers of later variants only those that say something else there."""
    own = kit.in_choice(choice.variant, choice.sector)
    if choice.variant == kit.variants[0].id:
        return own
    first = kit.in_choice(kit.variants[0].id, choice.sector).paper_words[choice.language]
    here = own.paper_words[choice.language]
    return replace(own, papers=tuple(one for one in own.papers if here[one.id] is not first[one.id]))
