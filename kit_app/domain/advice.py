"""Which length and level suit a group, from six answers. Pure: rules of thumb, no model.

There is always an answer, and it never needs more time than there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kit_app.domain.kit import Kit, Level, Variant
from kit_app.domain.plan import MOST_TEAMS
from kit_app.i18n import N_

Experience = Literal["first", "some", "often"]
Room = Literal["table", "room", "hall"]
Wish = Literal["succeed", "talk", "stretch"]

EXPERIENCES: tuple[Experience, ...] = ("first", "some", "often")
ROOMS: tuple[Room, ...] = ("table", "room", "hall")
WISHES: tuple[Wish, ...] = ("succeed", "talk", "stretch")

IDEAL_TEAM = 5
FEW = 4
"""Up to so many players work at two paths at a time, not at three."""

TEAMS_IN: dict[Room, int] = {"table": 1, "room": 2, "hall": MOST_TEAMS}
"""How many teams a room holds beside one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was asked. `audience` is one of AUDIENCES, `minutes` the whole slot with welcome and debrief."""

    audience: str
    experience: Experience
    people: int
    room: Room
    minutes: int
    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A sentence of the interface with its values."""

    message: str
    values: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A length, a level and the sizes of the teams, each with its reason. `left_over` people do not fit."""

    variant: str
    level: str
    sizes: tuple[int, ...]
    left_over: int
    reasons: tuple[Reason, Reason, Reason]


def least_minutes(variants: Sequence[Variant]) -> int:
    """The shortest slot in which anything can be played."""
    return min(one.slot_min for one in variants)


def advise(answers: Answers, kit: Kit) -> Advice:
    """What suits `answers`. The kit has the usual variant first and the gentlest level first.

    Raises ValueError for a slot shorter than `least_minutes` or fewer people than a team needs.
    """
    if answers.minutes < least_minutes(kit.variants) or answers.people < kit.team_sizes[0]:
        raise ValueError("too little time or too few people for any game")
    sizes = team_sizes(answers.people, TEAMS_IN[answers.room], kit.team_sizes)
    variant, why = _variant(answers, kit.variants, min(sizes))
    level, why_level = _level(answers, kit.levels)
    left_over = answers.people - sum(sizes)
    return Advice(
        variant=variant.id,
        level=level.id,
        sizes=sizes,
        left_over=left_over,
        reasons=(why, why_level, _teams(answers, sizes, left_over)),
    )


def team_sizes(people: int, most: int, sizes: tuple[int, int]) -> tuple[int, ...]:
    """Teams of about five, as even as they can be; what is beyond `most` full teams is left over.

    `sizes`: the smallest and the largest team that there may be.
    """
    least, largest = sizes
    wanted = max(1, round(people / IDEAL_TEAM), min(most, -(-people // largest)))
    count = max(1, min(most, wanted, people // least))
    playing = min(people, count * largest)
    return tuple(playing // count + (place < playing % count) for place in range(count))


def _variant(answers: Answers, variants: Sequence[Variant], smallest: int) -> tuple[Variant, Reason]:
    fitting = [one for one in variants if one.slot_min <= answers.minutes]
    minutes, why = _length(answers, fitting, variants[0].minutes)
    of_length = sorted((one for one in fitting if one.minutes == minutes), key=lambda one: len(one.puzzles))
    light, full = of_length[0], of_length[-1]
    if light is full:
        return light, why
    if smallest <= FEW:
        message = N_("{players} players work at two trails at a time: a few puzzles fewer leave them time.")
        return light, Reason(message=message, values={"players": smallest})
    if answers.experience == "first" and answers.wish != "stretch":
        return light, _plain(N_("A first time goes slower: a few puzzles fewer leave time to enjoy it."))
    if answers.wish == "succeed":
        return light, _plain(N_("With a few puzzles fewer, nearly every team finishes."))
    return full, _plain(N_("Five or more players share out three trails: the whole game suits them."))


def _length(answers: Answers, fitting: Sequence[Variant], usual: int) -> tuple[int, Reason]:
    """The minutes on the clock, and why."""
    lengths = sorted({one.minutes for one in fitting})
    if len(lengths) == 1:
        message = N_("In {minutes} minutes with welcome and debrief, this is the game that fits.")
        return lengths[0], Reason(message=message, values={"minutes": answers.minutes})
    if answers.wish == "talk":
        return lengths[0], _plain(N_("A short game leaves the most time to talk about your own practice."))
    curious = answers.wish == "stretch" or answers.audience == "technical"
    if curious and answers.experience != "first" and lengths[-1] > usual:
        return lengths[-1], _plain(N_("A group that wants more gets the puzzles of the longest game."))
    short = [one for one in lengths if one <= usual]
    return (short or lengths)[-1 if short else 0], _plain(
        N_("The usual length has time for every trail without tiring anybody.")
    )


def _level(answers: Answers, levels: Sequence[Level]) -> tuple[Level, Reason]:
    if answers.wish == "stretch" and answers.experience == "often":
        return levels[-1], _plain(N_("Seasoned players who want a challenge ask for hints themselves."))
    if answers.experience == "first" or answers.wish == "succeed":
        return levels[0], _plain(N_("Hints come early, so that nobody stays stuck."))
    return levels[len(levels) // 2], _plain(
        N_("Hints come when a puzzle takes longer than foreseen, not before.")
    )


def _teams(answers: Answers, sizes: Sequence[int], left_over: int) -> Reason:
    if left_over:
        message = N_("This room holds {people} players; {left} more play in another session.")
        return Reason(message=message, values={"people": sum(sizes), "left": left_over})
    if len(sizes) > 1:
        message = N_("Teams of about five have something to do for everybody.")
        return _plain(message)
    if sizes[0] > IDEAL_TEAM + 1:
        return _plain(
            N_("One team: give the roles without a fact to those who like to watch over time and sheet.")
        )
    return _plain(N_("One team: everybody holds a role that the others need."))


def _plain(message: str) -> Reason:
    return Reason(message=message, values={})
