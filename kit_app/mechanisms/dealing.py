"""Deal one team its game from a kit: draws, puzzles, codes and every text in full. Pure.

The same kit, session seed and team number always give the same deal, on every machine.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from kit_app.domain.codes import ALPHABET, LENGTH, completed
from kit_app.domain.deal import (
    CardOnTable,
    DealChoice,
    FieldOnTable,
    GivenOnTable,
    PuzzleOnTable,
    RoleOnTable,
    SceneOnTable,
    TeamTable,
)
from kit_app.domain.dice import Dice
from kit_app.domain.given import given_lines
from kit_app.domain.kit import CardSpec, Envelope, Kit, KitWords, Puzzle, PuzzleWords, Role, Variant
from kit_app.domain.problems import KitProblem
from kit_app.domain.spelling import normalised
from kit_app.errors import KitFileError
from kit_app.i18n import N_
from kit_app.mechanisms.filling import all_filled, clue_references
from kit_app.mechanisms.made import Made, Redraw
from kit_app.mechanisms.table import MECHANISMS, Mechanism

MOST_ATTEMPTS = 200
SET_ID_LENGTH = 4

UNMAKEABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a mechanism raises when a kit's parameters or words do not suit it."""


@dataclass(slots=True)
class _Tongue:
    """What grows of a deal in one language."""

    language: str
    values: dict[str, str] = field(default_factory=dict)
    made: dict[str, Made[Any]] = field(default_factory=dict)


@dataclass(slots=True)
class _Dealing:
    """One deal as it grows; never leaves this module.

    A mixed team has two tongues, the table's first: what is drawn must hold in both.
    """

    kit: Kit
    choice: DealChoice
    mechanisms: Mapping[str, Mechanism]
    dice: Dice
    tongues: tuple[_Tongue, ...]
    spellings: dict[str, str] = field(default_factory=dict)
    attempts: dict[str, int] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)

    @property
    def values(self) -> dict[str, str]:
        return self.tongues[0].values

    def words(self, puzzle: Puzzle, tongue: _Tongue) -> PuzzleWords:
        return self.kit.puzzle_words[tongue.language][puzzle.id]


def deal_team(kit: Kit, choice: DealChoice, mechanisms: Mapping[str, Mechanism] = MECHANISMS) -> TeamTable:
    """Everything that the team of `choice` plays with. Raises KitFileError when a puzzle cannot be dealt."""
    kit = kit.in_choice(choice.variant, choice.sector)
    seed = team_seed(choice.seed, choice.number)
    variant = kit.variant(choice.variant)
    languages = (choice.language, choice.second_language) if choice.second_language else (choice.language,)
    tongues = tuple(_Tongue(language) for language in languages)
    dealing = _Dealing(kit, choice, mechanisms, Dice(seed=seed, fixed=choice.fixed), tongues)
    words = kit.words[choice.language]
    for tongue in tongues:
        tongue.values |= _kit_values(kit, kit.words[tongue.language], dealing.dice)
        tongue.values["minutes"] = str(choice.minutes or variant.minutes)
    puzzles = tuple(kit.puzzle(puzzle_id) for puzzle_id in variant.puzzles)
    gone = tuple(kit.puzzle(puzzle_id) for puzzle_id in kit.left_out.get(variant.id, ()))
    for puzzle in in_dealing_order(kit, (*puzzles, *gone)):
        _make(dealing, puzzle)
    set_id = _set_id(dealing)
    words = replace(
        all_filled(replace(words, draw={}), dealing.values),
        draw=words.draw,
    )
    return TeamTable(
        number=choice.number,
        seed=seed,
        set_id=set_id,
        kit_id=kit.id,
        kit_version=kit.version,
        kit_title=words.title,
        game_title=words.game_title,
        language=choice.language,
        variant=variant.id,
        values=dict(dealing.values),
        puzzles=tuple(_on_table(dealing, puzzle, variant) for puzzle in puzzles),
        roles=tuple(_role(dealing, role, words, puzzles) for role in kit.roles),
        paths=tuple((path, words.paths[path.letter]) for path in kit.paths),
        envelopes=_envelopes(kit, puzzles),
        scenes=tuple(
            SceneOnTable(spec=scene, words=words.scenes[scene.id])
            for scene in kit.scenes
            if scene.puzzle is None or scene.puzzle in variant.puzzles
        ),
        places=words.places,
        player=words.player,
        card_lines=words.cards,
        script=words.script,
        given=_given(dealing, gone, variant, words),
    )


def team_seed(session_seed: str, number: int) -> str:
    """The seed of a team: a hash of the session's seed and the team's number."""
    return sha256(f"{session_seed}\n{number}".encode()).hexdigest()


def in_dealing_order(kit: Kit, puzzles: tuple[Puzzle, ...]) -> tuple[Puzzle, ...]:
    """`puzzles` so that each comes after those whose values its clues use; constants first among equals.

    Raises KitFileError when some wait for one another.
    """
    ids = {puzzle.id for puzzle in puzzles}
    used = {puzzle.id: clue_references(kit, puzzle) & ids for puzzle in puzzles}
    waiting = sorted(puzzles, key=lambda puzzle: not puzzle.is_constant)
    order: list[Puzzle] = []
    while waiting:
        done = {puzzle.id for puzzle in order}
        ready = next((one for one in waiting if used[one.id] <= done | {one.id}), None)
        if ready is None:
            raise _unmakeable(
                waiting[0],
                N_("The clues of {puzzles} use each other’s values in a circle. Let one stand alone."),
                puzzles=", ".join(puzzle.id for puzzle in waiting),
            )
        waiting.remove(ready)
        order.append(ready)
    return tuple(order)


def _kit_values(kit: Kit, words: KitWords, dice: Dice) -> dict[str, str]:
    values = {}
    for name, options in kit.draw.items():
        word = words.draw[name][dice.pick(name, options)]
        values[name] = word
        values[f"{name}_upper"] = word.upper()
    values |= {name: all_filled(text, values) for name, text in words.names.items()}
    return values | {name: all_filled(values[name], values) for name in words.names}


def _make(dealing: _Dealing, puzzle: Puzzle) -> None:
    """Make `puzzle`, drawing again while a draw breaks a rule or its answer is another puzzle's too."""
    dice = dealing.dice.child(puzzle.id)
    twin = ""
    try:
        makers = [_maker(dealing, puzzle, tongue) for tongue in dealing.tongues]
        for attempt in range(MOST_ATTEMPTS):
            drawn = dice.child(str(attempt)) if attempt else dice
            try:
                made = [make(drawn) for make in makers]
            except Redraw:
                continue
            spelt = _spellings(dealing, puzzle, made)
            twin = next((dealing.spellings[text] for text in spelt if text in dealing.spellings), "")
            if not twin:
                dealing.attempts[puzzle.id] = attempt
                dealing.spellings |= dict.fromkeys(spelt, puzzle.id)
                _keep(dealing, puzzle, made)
                return
    except UNMAKEABLE as cause:
        raise _unmakeable(
            puzzle,
            N_("The mechanism “{mechanism}” cannot make this puzzle: {reason}. Check its parameters."),
            mechanism=puzzle.mechanism,
            reason=str(cause) or type(cause).__name__,
        ) from cause
    if twin:
        message = N_("This puzzle has the same answer as {twin}, whatever is drawn. Change one of them.")
        raise _unmakeable(puzzle, message, twin=twin)
    raise _unmakeable(
        puzzle, N_("No draw fits the rules of this puzzle. Give it more values to draw from or fewer rules.")
    )


def _maker(dealing: _Dealing, puzzle: Puzzle, tongue: _Tongue) -> Callable[[Dice], Made[Any]]:
    """What makes `puzzle` in a language from its draws."""
    mechanism = dealing.mechanisms[puzzle.mechanism]
    parameters = all_filled(puzzle.parameters, tongue.values)
    clue_words = all_filled(dealing.words(puzzle, tongue).clues, tongue.values)
    return lambda dice: mechanism.make(parameters, clue_words, dice)


def _spellings(dealing: _Dealing, puzzle: Puzzle, made: Sequence[Made[Any]]) -> tuple[str, ...]:
    """Every normalised spelling of the answer in each language of the team, the plainest first, each once."""
    every: list[str] = []
    for tongue, one in zip(dealing.tongues, made, strict=True):
        accepted = (all_filled(text, tongue.values) for text in dealing.words(puzzle, tongue).accepted)
        every += [normalised(text) for text in (one.answer, *one.accepted, *accepted)]
    return tuple(dict.fromkeys(text for text in every if text))


def _keep(dealing: _Dealing, puzzle: Puzzle, made: Sequence[Made[Any]]) -> None:
    for tongue, one in zip(dealing.tongues, made, strict=True):
        tongue.made[puzzle.id] = one
        tongue.values |= {f"{puzzle.id}.{name}": value for name, value in one.values.items()}
        tongue.values[f"{puzzle.id}.answer"] = one.answer


def _fields(dealing: _Dealing, puzzle: Puzzle, words: PuzzleWords) -> tuple[FieldOnTable, ...]:
    """The fields of an answer, each with its spellings in every language of the team."""
    made = [tongue.made[puzzle.id] for tongue in dealing.tongues]
    spelt: dict[str, list[str]] = {}
    for one in (part for answers in made for part in answers.fields):
        spelt.setdefault(one.key, []).extend(normalised(text) for text in (one.answer, *one.accepted))
    return tuple(
        FieldOnTable(
            key=one.key,
            label=words.fields.get(one.key, one.key),
            answer=one.answer,
            accepted=tuple(dict.fromkeys(spelt[one.key])),
        )
        for one in made[0].fields
    )


def _on_table(dealing: _Dealing, puzzle: Puzzle, variant: Variant) -> PuzzleOnTable:
    made = dealing.tongues[0].made[puzzle.id]
    words = all_filled(dealing.words(puzzle, dealing.tongues[0]), dealing.values)
    return PuzzleOnTable(
        id=puzzle.id,
        mechanism=puzzle.mechanism,
        path=puzzle.path,
        needs=tuple(need for need in puzzle.needs if need in variant.puzzles),
        target_s=puzzle.target_s,
        column=puzzle.column,
        row=puzzle.row,
        lock_after=puzzle.lock_after,
        lock_s=puzzle.lock_s,
        attempt=dealing.attempts[puzzle.id],
        answer=made.answer,
        accepted=_spellings(dealing, puzzle, [tongue.made[puzzle.id] for tongue in dealing.tongues]),
        fields=_fields(dealing, puzzle, words),
        misses=words.misses,
        values=dict(made.values),
        clues=made.clues,
        words=words,
        readings=made.readings,
        cards=tuple(_card(dealing, puzzle, card, words, made) for card in puzzle.cards),
        hints=puzzle.hints,
        searches=puzzle.searches,
    )


def _card(
    dealing: _Dealing, puzzle: Puzzle, card: CardSpec, words: PuzzleWords, made: Made[Any]
) -> CardOnTable:
    own = words.cards.get(card.id)
    if card.part not in made.readings:
        parts = ", ".join(made.readings)
        message = N_("Card {card}: there is no part “{part}”. This puzzle has: {parts}.")
        raise _unmakeable(puzzle, message, key="cards", card=card.id, part=card.part, parts=parts)
    return CardOnTable(
        id=card.id,
        puzzle=puzzle.id,
        part=card.part,
        size=card.size,
        place=card.place,
        shows_code=card.shows_code,
        code=_code(dealing, card.id),
        title=own.title if own else words.title,
        line=own.line if own else "",
        reading=made.readings[card.part],
        picture=card.picture,
        picture_mm=card.picture_mm,
    )


def _given(
    dealing: _Dealing, gone: Sequence[Puzzle], variant: Variant, words: KitWords
) -> tuple[GivenOnTable, ...]:
    """What the played puzzles need of those that are left out, a card for each that tells something."""
    found = []
    for puzzle in gone:
        own = all_filled(dealing.words(puzzle, dealing.tongues[0]), dealing.values)
        lines = given_lines(puzzle.given, own.given, variant.puzzles)
        if lines:
            one = GivenOnTable.of(puzzle.id, own.title, puzzle.path, lines, words.cards.given)
            code = _code(dealing, one.card.id)
            found.append(replace(one, card=replace(one.card, code=code)))
    return tuple(found)


def _role(dealing: _Dealing, role: Role, words: KitWords, puzzles: tuple[Puzzle, ...]) -> RoleOnTable:
    own = words.roles[role.id]
    needed = {fact for puzzle in puzzles for fact in puzzle.facts}
    facts = tuple(own.facts[fact] for fact in role.facts if fact in needed)
    task = own.task or ("" if facts else own.spare)
    return RoleOnTable(
        id=role.id,
        shape=role.shape,
        title=own.title,
        badge_name=own.badge_name,
        facts=facts,
        sentence=own.sentence,
        task=task,
        card=CardOnTable(
            id=role.id,
            puzzle=None,
            part="badge",
            size="badge",
            place="table",
            shows_code=False,
            code=_code(dealing, role.id),
            title=own.title,
            line=own.badge_name,
            reading="\n".join(text for text in (own.title, *facts, own.sentence, task) if text),
        ),
        picture=role.picture,
    )


def _envelopes(kit: Kit, puzzles: tuple[Puzzle, ...]) -> tuple[Envelope, ...]:
    """What is opened in a variant: envelopes that hold something, flaps of cards that are there, seals."""
    played = {puzzle.id for puzzle in puzzles}
    cards = {card.id for puzzle in puzzles for card in puzzle.cards}
    filled = {card.place for puzzle in puzzles for card in puzzle.cards}
    limited = (
        replace(envelope, after=tuple(puzzle for puzzle in envelope.after if puzzle in played))
        for envelope in kit.envelopes
    )
    there = {"envelope": filled, "flap": cards}
    return tuple(
        envelope
        for envelope in limited
        if envelope.after and envelope.id in there.get(envelope.kind, {envelope.id})
    )


def _code(dealing: _Dealing, card: str) -> str:
    """A card code that no other card of the session has and that is no answer; the kept one if it is such."""
    dice = dealing.dice.child("code").child(card)
    drawn = (completed(dice.code(str(attempt), LENGTH - 1, ALPHABET)) for attempt in range(MOST_ATTEMPTS))
    used = (dealing.choice.taken, dealing.codes, dealing.spellings)
    free = (code for code in drawn if not any(code in some for some in used))
    kept = dealing.choice.kept
    code = _the_kept(free, kept.codes.get(card, "") if kept else "")
    dealing.codes.add(code)
    return code


def _set_id(dealing: _Dealing) -> str:
    names = (f"set_id/{attempt}" if attempt else "set_id" for attempt in range(MOST_ATTEMPTS))
    drawn = (dealing.dice.code(name, SET_ID_LENGTH) for name in names)
    free = (set_id for set_id in drawn if set_id not in dealing.choice.taken)
    kept = dealing.choice.kept
    return _the_kept(free, kept.set_id if kept else "")


def _the_kept(free: Iterator[str], kept: str) -> str:
    """The kept one among those that are free, however late it comes; without it the first."""
    first = next(free)  # 17⁵ codes and 26⁴ set ids cannot all be taken
    if kept in ("", first):
        return first
    return next((code for code in free if code == kept), first)


def _unmakeable(puzzle: Puzzle, message: str, key: str = "parameters", **values: str) -> KitFileError:
    problem = KitProblem(file=f"puzzles/{puzzle.id}.toml", line=0, key=key, message=message, values=values)
    return KitFileError(
        N_("The puzzle {puzzle} of this kit cannot be dealt. Check the kit."), (problem,), puzzle=puzzle.id
    )
