"""The help that a run is played with: hints with what goes with them, and questions where to search."""

from kit_app.domain.deal import PuzzleOnTable, TeamTable
from kit_app.domain.help import HintSpec, SearchSpec, SearchWords
from kit_app.domain.kit import Kit
from kit_app.game.setup import HintSetup, SearchSetup


def puzzle_hints(puzzle: PuzzleOnTable, kit: Kit) -> tuple[HintSetup, HintSetup, HintSetup]:
    """The three hints of a puzzle, pictures and sounds read from the kit."""
    specs = {spec.level: spec for spec in puzzle.hints}
    first, second, third = puzzle.words.hints
    return _hint(first, specs.get(1), kit), _hint(second, specs.get(2), kit), _hint(third, specs.get(3), kit)


def _hint(text: str, spec: HintSpec | None, kit: Kit) -> HintSetup:
    if spec is None:
        return HintSetup(text=text)
    picture = kit.images.get(spec.picture, b"").decode("utf-8", "replace")
    return HintSetup(text=text, picture=picture, sound=kit.sounds.get(spec.sound, b""), counts=spec.counts)


def puzzle_searches(puzzle: PuzzleOnTable, table: TeamTable) -> tuple[SearchSetup, ...]:
    """The questions of a puzzle; what a card is called and where it lies is said once, by the card."""
    played = {"", *(one.id for one in table.puzzles)}
    return tuple(
        _search(spec, puzzle.words.searches[spec.id], puzzle, table)
        for spec in puzzle.searches
        if spec.id in puzzle.words.searches and spec.puzzle in played
    )


def _search(spec: SearchSpec, words: SearchWords, puzzle: PuzzleOnTable, table: TeamTable) -> SearchSetup:
    card = next((card for card in puzzle.cards if card.id in spec.cards), None)
    place = "" if card is None else card.place
    is_inside = not words.where and place in {envelope.id for envelope in table.envelopes}
    return SearchSetup(
        id=spec.id,
        name=words.name or ("" if card is None else card.title),
        place=words.where or ("" if is_inside else table.places.get(place, place)),
        envelope=place if is_inside else "",
        say=words.say,
        cards=spec.cards,
    )
