"""What a run is played with, from the kit, the plan and what was dealt to the team."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kit_app.domain.alarm import AlarmSpec
from kit_app.domain.deal import CardOnTable, PuzzleOnTable, SceneOnTable, TeamTable
from kit_app.domain.kit import Envelope, Kit, Variant
from kit_app.domain.plan import SessionPlan
from kit_app.domain.spelling import filled, normalised
from kit_app.errors import StorageError
from kit_app.game.setup import (
    AlarmSetup,
    CardSetup,
    EnvelopeSetup,
    FieldSetup,
    MissSetup,
    OtherSet,
    PathSetup,
    PuzzleSetup,
    RunSetup,
    RunWords,
    SceneSetup,
)
from kit_app.i18n import N_
from kit_app.services.help_setup import puzzle_hints, puzzle_searches
from kit_app.services.library import Library
from kit_app.services.sessions import Sessions

COMMON = "common"


def team_setup(library: Library, sessions: Sessions, session_id: str, team: int) -> RunSetup:
    """What the game of a stored session's team was played with, for its result: no cards of other sets.

    Raises StorageError without such a team.
    """
    (setup,) = _setups(library, sessions, session_id, (team,), {})
    return setup


def team_setups(
    library: Library, sessions: Sessions, session_id: str, teams: Sequence[int]
) -> tuple[RunSetup, ...]:
    """What the runs of several teams are played with, dealt once. Raises StorageError likewise."""
    return _setups(library, sessions, session_id, teams, sessions.foreign_codes(session_id))


def _setups(
    library: Library,
    sessions: Sessions,
    session_id: str,
    teams: Sequence[int],
    foreign: Mapping[str, OtherSet],
) -> tuple[RunSetup, ...]:
    plan = sessions.get(session_id)
    for team in teams:
        if team not in {one.number for one in plan.teams}:
            raise StorageError(N_("This session has no team {number}."), number=team)
    tables = {table.number: table for table in sessions.tables(plan)}
    kit = library.kit_of(plan)
    return tuple(run_setup(kit, plan, team, tables[team], foreign) for team in teams)


def run_setup(
    kit: Kit, plan: SessionPlan, team: int, table: TeamTable, foreign: Mapping[str, OtherSet]
) -> RunSetup:
    """Everything that the run of `team` needs. `foreign` maps codes of other sets to their set."""
    variant = kit.variant(plan.variant)
    who = next(one for one in plan.teams if one.number == team)
    return RunSetup(
        session_id=plan.id,
        session_name=plan.name,
        team_number=team,
        team_label=who.label,
        team_size=who.size,
        set_id=table.set_id,
        kit_digest=plan.kit_digest,
        variant=plan.variant,
        level=plan.level,
        language=plan.language,
        duration_ms=plan.duration_ms,
        guided_ms=variant.guided_min * 60_000,
        finale=variant.finale,
        clock_style=plan.clock_style,
        hint_cost_ms=plan.hint_cost_min * 60_000,
        hint_policy=plan.hint_policy,
        puzzles=tuple(_puzzle(one, kit, plan, table) for one in table.puzzles),
        paths=_paths(table, variant),
        envelopes=tuple(_envelope(one, table) for one in table.envelopes),
        cards=_cards(table),
        scenes=tuple(_scene(one) for one in table.scenes),
        words=_words(table),
        alarms=_alarms(kit.in_choice(plan.variant, plan.sector), table),
        script=dict(table.script),
        foreign={code: other for code, other in foreign.items() if other.set_id != table.set_id},
        hint_stock=plan.hint_stock,
        hint_shown_ms=plan.hint_shown_s * 1000,
        given=tuple(replace(_card(one.card), title=one.title) for one in table.given),
    )


def _puzzle(puzzle: PuzzleOnTable, kit: Kit, plan: SessionPlan, table: TeamTable) -> PuzzleSetup:
    scale = plan.duration_min / kit.variant(plan.variant).minutes
    target_ms = round(puzzle.target_s * 1000 * scale)
    words = puzzle.words
    return PuzzleSetup(
        id=puzzle.id,
        title=words.title,
        short=words.short,
        path=puzzle.path,
        needs=puzzle.needs,
        target_ms=target_ms,
        column=puzzle.column,
        row=puzzle.row,
        answer=puzzle.answer,
        accepted=() if puzzle.fields else puzzle.accepted,
        fields=tuple(
            FieldSetup(key=one.key, label=one.label, answer=one.answer, accepted=one.accepted)
            for one in puzzle.fields
        ),
        misses=tuple(MissSetup(typed=normalised(miss.answer), say=miss.say) for miss in puzzle.misses),
        hints=puzzle_hints(puzzle, kit),
        searches=puzzle_searches(puzzle, table),
        due=tuple(round(target_ms * factor) for factor in kit.level(plan.level).due),
        lesson=words.lesson,
        reflex=words.reflex,
        stall_see=words.stall.see,
        stall_say=words.stall.say,
        solved_text=words.solved,
        locked_text=words.locked,
        lock_after=puzzle.lock_after,
        lock_ms=puzzle.lock_s * 1000,
    )


def _paths(table: TeamTable, variant: Variant) -> tuple[PathSetup, ...]:
    paths = (
        PathSetup(
            letter=path.letter,
            name=name,
            puzzles=tuple(one.id for one in table.puzzles if one.path == path.letter),
        )
        for path, name in table.paths
    )
    return tuple(path for path in paths if path.puzzles)


def _alarms(kit: Kit, table: TeamTable) -> tuple[AlarmSetup, ...]:
    """The alarms that this variant can raise, the earliest first."""
    here = {puzzle.id for puzzle in table.puzzles}
    paths = {puzzle.path for puzzle in table.puzzles if puzzle.path}
    whole = (
        one for one in kit.alarms if {one.puzzle, one.give} <= here | {""} and _has_goals(one, here, paths)
    )
    found = [
        AlarmSetup(
            id=one.id,
            at=one.minute / one.of,
            text=table.script.get(one.say or one.id, ""),
            until=(one.minute + one.lasts) / one.of if one.lasts else 0.0,
            unless_solved=tuple(puzzle for puzzle in one.unless_solved if puzzle in here),
            unless_open=tuple(puzzle for puzzle in one.unless_open if puzzle in here),
            unless_finished=one.unless_finished,
            one_path_moves=one.one_path_moves,
            hint=one.hint,
            puzzle=one.puzzle,
            give=one.give,
        )
        for one in whole
    ]
    return tuple(sorted(found, key=lambda alarm: alarm.at))


def _has_goals(alarm: AlarmSpec, puzzles: Collection[str], paths: Collection[str]) -> bool:
    """Whether something is there of each kind of thing that would still the alarm."""
    kinds = (
        (alarm.unless_solved, puzzles),
        (alarm.unless_open, puzzles),
        (alarm.unless_finished, paths),
    )
    return all(not named or any(one in there for one in named) for named, there in kinds)


def _envelope(envelope: Envelope, table: TeamTable) -> EnvelopeSetup:
    player = table.player
    sentence = {"envelope": player.envelope, "seal": player.seal, "flap": player.flap}[envelope.kind]
    return EnvelopeSetup(
        id=envelope.id,
        path=envelope.path,
        after=envelope.after,
        say=filled(sentence, {"envelope": envelope.id}),
        kind=envelope.kind,
    )


def _cards(table: TeamTable) -> tuple[CardSetup, ...]:
    return tuple(_card(card) for card in table.cards)


def _card(card: CardOnTable) -> CardSetup:
    return CardSetup(code=card.code, id=card.id, title=card.title, puzzle=card.puzzle, reading=card.reading)


def _scene(scene: SceneOnTable) -> SceneSetup:
    words, spec = scene.words, scene.spec
    return SceneSetup(
        id=spec.id,
        look=spec.look,
        moment=spec.moment,
        puzzle=spec.puzzle,
        title=words.title,
        lines=words.lines,
        band=words.band,
        turn=words.turn,
        masthead=words.masthead,
        dateline=words.dateline,
        edition=words.edition,
        foot=words.foot,
    )


def _words(table: TeamTable) -> RunWords:
    player = table.player
    return RunWords(
        game_title=table.game_title,
        masthead=next((one.words.masthead for one in table.scenes if one.words.masthead), table.game_title),
        ready=player.ready,
        idle_lines=(table.card_lines.fictive,),
        clock_label=player.clock_label,
        not_yet=player.not_yet,
        hint_heading=player.hint_heading,
        message_heading=player.message_heading,
        pause=player.pause,
        five_minutes=player.five_minutes,
        guided_label=player.guided_label,
        envelopes=player.envelopes,
        hint_waiting=player.hint_waiting,
        search_heading=player.search_heading,
        emergency=player.emergency,
        one_minute=player.one_minute,
        listen=player.listen,
        messages=player.messages,
    )
