"""Check that a kit's parts name one another rightly and that every puzzle can be reached and given."""

from collections.abc import Iterable, Iterator, Mapping

from kit_app.content.draft import HEAD, Draft, Head
from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit import Envelope, Variant
from kit_app.domain.plan import MAX_DURATION, MAX_TEAM, MIN_DURATION, MIN_TEAM
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

FIXED_PLACES = ("table", "tray", "corner-a", "corner-b", "corner-c", "facilitator")
HINTS = 3


def graph_problems(draft: Draft) -> Iterator[KitProblem]:
    """What is wrong between the parts of a kit, as far as they could be read."""
    yield from _puzzle_problems(draft)
    yield from _circles(draft)
    if draft.head is None:
        return
    yield from _head_problems(draft)
    yield from _envelope_problems(draft)
    if not draft.is_choice:
        yield from _variant_problems(draft)
    yield from _role_problems(draft)


def ancestors(draft: Draft, puzzle_id: str) -> frozenset[str]:
    """Every puzzle that must be solved before `puzzle_id` opens; safe with circles."""
    found: set[str] = set()
    waiting = [puzzle_id]
    while waiting:
        puzzle = draft.puzzles.get(waiting.pop())
        for need in puzzle.needs if puzzle else ():
            if need not in found:
                found.add(need)
                waiting.append(need)
    return frozenset(found)


def _puzzle_problems(draft: Draft) -> Iterator[KitProblem]:
    cards: dict[str, str] = {}
    for puzzle in draft.puzzles.values():
        source = draft.source(f"puzzles/{puzzle.id}.toml")
        for number, need in enumerate(puzzle.needs):
            yield from unknown(source, ("needs", number), need, draft.puzzle_ids)
        if puzzle.target_s <= 0:
            yield source.problem(("target_s",), N_("The target must be more than 0 seconds."))
        if puzzle.lock_after < 0 or puzzle.lock_s < 0 or bool(puzzle.lock_after) != bool(puzzle.lock_s):
            message = N_("A lock needs both: lock_after (wrong tries) and lock_s (seconds), neither below 0.")
            yield source.problem(("lock_after",), message)
        for number, card in enumerate(puzzle.cards):
            where = ("cards", number, "id")
            if card.id in cards:
                message = N_("Card {card} is there twice: in {one} and {other}. Give one of them another id.")
                yield source.problem(where, message, card=card.id, one=cards[card.id], other=puzzle.id)
            cards[card.id] = puzzle.id
        if draft.head:
            yield from _puzzle_against_head(draft, puzzle.id)


def _puzzle_against_head(draft: Draft, puzzle_id: str) -> Iterator[KitProblem]:
    head, puzzle = draft.head, draft.puzzles[puzzle_id]
    if head is None:
        return
    source = draft.source(f"puzzles/{puzzle_id}.toml")
    if puzzle.path is not None:
        yield from unknown(source, ("path",), puzzle.path, [one.letter for one in head.paths])
    if puzzle.theme is not None:
        yield from unknown(source, ("theme",), puzzle.theme, head.theme_ids)
    facts = [fact for role in head.roles for fact in role.facts]
    for number, fact in enumerate(puzzle.facts):
        yield from unknown(source, ("facts", number), fact, facts)
    if not any(puzzle_id in variant.puzzles for variant in head.variants):
        message = N_("No variant plays this puzzle, so it cannot be reached. Name it in [[variants]].")
        yield source.problem(("id",), message)
    envelopes = {one.id: one for one in head.envelopes}
    places = (*envelopes, *FIXED_PLACES)
    before = ancestors(draft, puzzle_id)
    for number, card in enumerate(puzzle.cards):
        where = ("cards", number, "place")
        yield from unknown(source, where, card.place, places)
        late = set(envelopes[card.place].after) - before if card.place in envelopes else set()
        if late:
            message = N_(
                "Card {card} lies in {place}, which opens only after {late}: too late for this puzzle."
            )
            yield source.problem(where, message, card=card.id, place=card.place, late=", ".join(sorted(late)))


def _circles(draft: Draft) -> Iterator[KitProblem]:
    """Puzzles that wait for themselves; each circle once, told at its first puzzle."""
    told: set[str] = set()
    for puzzle_id in draft.puzzle_ids:
        before = ancestors(draft, puzzle_id)
        if puzzle_id in before and puzzle_id not in told:
            circle = [one for one in draft.puzzle_ids if one in before and puzzle_id in ancestors(draft, one)]
            told |= set(circle)
            source = draft.source(f"puzzles/{puzzle_id}.toml")
            message = N_(
                "{puzzles} wait for one another in a circle: none can ever open. Change “needs” of one."
            )
            yield source.problem(("needs",), message, puzzles=", ".join(circle))


def _head_problems(draft: Draft) -> Iterator[KitProblem]:
    head = draft.head
    if head is None:
        return
    source = draft.source(HEAD)
    named: Mapping[str, Iterable[str]] = {
        "paths": [one.letter for one in head.paths],
        "roles": [one.id for one in head.roles],
        "variants": [one.id for one in head.variants],
        "levels": [one.id for one in head.levels],
        "themes": [one.id for one in head.themes],
        "envelopes": [one.id for one in head.envelopes],
        "scenes": [one.id for one in head.scenes],
        "alarms": [one.id for one in head.alarms],
        "distributions": [str(one.size) for one in head.distributions],
        "languages": head.languages,
    }
    for key, ids in named.items():
        yield from _twice(source, key, ids)
        if not ids and key not in ("alarms", "themes"):
            yield source.problem((key,), N_("“{key}” is empty. A kit needs at least one."), key=key)
    for name, options in head.draw.items():
        if not options or len(set(options)) != len(options):
            message = N_("The draw “{name}” needs at least one option, and each only once.")
            yield source.problem(("draw", name), message, name=name)
    for number, level in enumerate(head.levels):
        rising = all(0 < one < other for one, other in zip(level.due, level.due[1:], strict=False))
        if level.due and (len(level.due) != HINTS or not rising):
            message = N_("“due” holds three rising multiples of the target, or none.")
            yield source.problem(("levels", number, "due"), message)
    yield from _scene_problems(draft, head)


def _scene_problems(draft: Draft, head: Head) -> Iterator[KitProblem]:
    source = draft.source(HEAD)
    for number, scene in enumerate(head.scenes):
        where: KeyPath = ("scenes", number, "puzzle")
        if (scene.moment == "puzzle") != (scene.puzzle is not None):
            message = N_("A scene names a puzzle when its moment is “puzzle”, and only then.")
            yield source.problem(where, message)
        elif scene.puzzle is not None:
            yield from unknown(source, where, scene.puzzle, draft.puzzle_ids)


def _envelope_problems(draft: Draft) -> Iterator[KitProblem]:
    head = draft.head
    if head is None:
        return
    source = draft.source(HEAD)
    letters = [path.letter for path in head.paths]
    filled = {card.place for puzzle in draft.puzzles.values() for card in puzzle.cards}
    cards = {card.id for puzzle in draft.puzzles.values() for card in puzzle.cards}
    is_whole = set(draft.puzzles) == set(draft.puzzle_ids)
    for number, envelope in enumerate(head.envelopes):
        where: KeyPath = ("envelopes", number)
        yield from unknown(source, (*where, "path"), envelope.path, letters)
        for place, after in enumerate(envelope.after):
            yield from unknown(source, (*where, "after", place), after, draft.puzzle_ids)
        if not envelope.after:
            message = N_("Envelope {envelope} never opens. Say after which puzzles it does.")
            yield source.problem((*where, "after"), message, envelope=envelope.id)
        if is_whole and not draft.is_choice:
            yield from _content_problems(source, where, envelope, filled, cards)


def _content_problems(
    source: Source, where: KeyPath, envelope: Envelope, filled: set[str], cards: set[str]
) -> Iterator[KitProblem]:
    if envelope.kind == "envelope" and envelope.id not in filled:
        message = N_("Envelope {envelope} is empty: no card has it as its place.")
        yield source.problem((*where, "id"), message, envelope=envelope.id)
    if envelope.kind == "flap" and envelope.id not in cards:
        message = N_("A flap has the id of the card that it closes; there is no card {envelope}.")
        yield source.problem((*where, "id"), message, envelope=envelope.id)


def _variant_problems(draft: Draft) -> Iterator[KitProblem]:
    head = draft.head
    if head is None:
        return
    source = draft.source(HEAD)
    for number, variant in enumerate(head.variants):
        where: KeyPath = ("variants", number)
        yield from _twice(source, "puzzles", variant.puzzles, where)
        for place, puzzle in enumerate(variant.puzzles):
            yield from unknown(source, (*where, "puzzles", place), puzzle, draft.puzzle_ids)
        if variant.finale not in variant.puzzles:
            message = N_("The finale {finale} is not among the puzzles of this variant.")
            yield source.problem((*where, "finale"), message, finale=variant.finale)
        if not MIN_DURATION <= variant.minutes <= MAX_DURATION:
            message = N_("A variant lasts from {least} to {most} minutes.")
            yield source.problem(
                (*where, "minutes"), message, least=str(MIN_DURATION), most=str(MAX_DURATION)
            )
        if variant.guided_min <= 0 or variant.slot_min < variant.minutes:
            message = N_("“guided_min” must be more than 0 and “slot_min” no less than “minutes”.")
            yield source.problem((*where, "guided_min"), message)
        if min(variant.setup_min, variant.reset_min) < 0:
            message = N_("“setup_min” and “reset_min” must be 0 minutes or more.")
            yield source.problem((*where, "reset_min"), message)
        for own in {id(one): one for one in _choices_with(draft, variant)}.values():
            yield from _unreachable(draft, own, variant, where)


def _choices_with(draft: Draft, variant: Variant) -> Iterator[Draft]:
    """The drafts of a variant in each sector."""
    for choice in draft.every_choice():
        if choice[0] == variant.id:
            yield draft.in_choice(*choice)


def _unreachable(draft: Draft, own: Draft, variant: Variant, where: KeyPath) -> Iterator[KitProblem]:
    for place, puzzle_id in enumerate(variant.puzzles):
        puzzle = own.puzzles.get(puzzle_id)
        lacking = [need for need in puzzle.needs if need not in variant.puzzles] if puzzle else []
        if lacking:
            message = N_("{puzzle} cannot be reached: it waits for {needs}, which this variant leaves out.")
            yield draft.source(HEAD).problem(
                (*where, "puzzles", place), message, puzzle=puzzle_id, needs=", ".join(lacking)
            )


def _role_problems(draft: Draft) -> Iterator[KitProblem]:
    head = draft.head
    if head is None:
        return
    source = draft.source(HEAD)
    roles = [role.id for role in head.roles]
    yield from _twice(source, "roles", [fact for role in head.roles for fact in role.facts])
    knowing = {role.id for role in head.roles if role.facts}
    for number, spread in enumerate(head.distributions):
        where: KeyPath = ("distributions", number)
        played = [role for player in spread.players for role in player]
        for role in played:
            yield from unknown(source, (*where, "players"), role, roles)
        yield from _twice(source, "players", played, where)
        if len(spread.players) != spread.size:
            message = N_("A team of {size} needs {size} players here; there are {count}.")
            yield source.problem(
                (*where, "players"), message, size=str(spread.size), count=str(len(spread.players))
            )
        missing = sorted(knowing - set(played))
        if missing:
            message = N_("Nobody plays {roles} in a team of {size}: what they know would be lost.")
            yield source.problem(
                (*where, "players"), message, roles=", ".join(missing), size=str(spread.size)
            )
    yield from _size_problems(source, [spread.size for spread in head.distributions])


def _size_problems(source: Source, sizes: list[int]) -> Iterator[KitProblem]:
    """Teams that are too small or too large for the program, and sizes left out between two others."""
    for number, size in enumerate(sizes):
        if not MIN_TEAM <= size <= MAX_TEAM:
            message = N_("A team has from {least} to {most} players.")
            yield source.problem(
                ("distributions", number, "size"), message, least=str(MIN_TEAM), most=str(MAX_TEAM)
            )
    lacking = [str(size) for size in range(min(sizes), max(sizes)) if size not in sizes] if sizes else []
    if lacking:
        message = N_("Say who plays what in teams of {sizes}.")
        yield source.problem(("distributions",), message, sizes=", ".join(lacking))


def _twice(source: Source, key: str, ids: Iterable[str], prefix: KeyPath = ()) -> Iterator[KitProblem]:
    every = list(ids)
    for one in sorted({one for one in every if every.count(one) > 1}):
        message = N_("“{id}” is there twice in “{key}”. Keep one.")
        yield source.problem((*prefix, key), message, id=one, key=key)


def unknown(source: Source, path: KeyPath, name: str, known: Iterable[str]) -> Iterator[KitProblem]:
    """A problem when `name` is not among `known`, with what it may have meant."""
    every = list(known)
    if name in every:
        return
    meant = likely(name, every)
    if meant:
        message = N_("There is no “{name}”. Did you mean “{meant}”?")
        yield source.problem(path, message, name=name, meant=meant)
    else:
        message = N_("There is no “{name}”. There are: {known}.")
        yield source.problem(path, message, name=name, known=", ".join(every) or "–")
