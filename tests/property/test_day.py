"""A day without a conflict can be lived through: nobody and no room is wanted twice."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, strategies as st

from kit_app.domain.day import (
    LEAST_BREAK,
    LONGEST_STRETCH,
    LUNCH_FROM,
    LUNCH_TO,
    MIDNIGHT,
    Slot,
    breaks,
    lay_out,
    starts,
)

ROOMS = ("Camélia", " camélia ", "Salle du  bas", "")


@st.composite
def slots(draw: st.DrawFn) -> list[Slot]:
    one = st.builds(
        Slot,
        id=st.just(""),
        name=st.just("Night shift"),
        room=st.sampled_from(ROOMS),
        facility=st.sampled_from(("Brévalon", "brévalon ", "Les Tilleuls")),
        start=st.integers(0, MIDNIGHT - 1),
        welcome_min=st.integers(1, 15),
        game_min=st.integers(10, 160),
        debrief_min=st.integers(0, 40),
        set_up_min=st.integers(0, 30),
        reset_min=st.integers(0, 60),
    )
    found = draw(st.lists(one, max_size=7))
    return [replace(slot, id=str(number)) for number, slot in enumerate(found)]


@given(slots())
def test_the_parts_of_a_session_follow_one_another(found: list[Slot]) -> None:
    day = lay_out(found)
    assert sorted(one.slot.id for one in day.sessions) == sorted(slot.id for slot in found)
    for one in day.sessions:
        assert all(before.end == after.start for before, after in pairwise(one.blocks))
        assert all(block.start < block.end for block in one.blocks)
        game = next(block for block in one.blocks if block.part == "game")
        assert (game.start, game.end - game.start) == (
            one.slot.start + one.slot.welcome_min,
            one.slot.game_min,
        )


@given(slots())
def test_no_room_is_wanted_twice_unless_it_is_told(found: list[Slot]) -> None:
    day = lay_out(found)
    told = {(one.second or one.first).id for one in day.conflicts if one.kind == "overlap"}
    for place in {slot.place for slot in found}:
        room = [one for one in day.sessions if one.slot.place == place]
        for one, other in pairwise(sorted(room, key=lambda laid: laid.slot.start)):
            if other.slot.id not in told:
                assert one.end <= other.start


@given(slots())
def test_a_conflict_in_a_room_is_told_of_exactly_the_sessions_that_come_too_early(found: list[Slot]) -> None:
    day = lay_out(found)
    told = {one.second.id: one.kind for one in day.conflicts if one.kind in ("overlap", "short-reset")}
    seen: list[Slot] = []
    for slot in (one.slot for one in day.sessions):
        before = [one for one in seen if one.place == slot.place]
        last = max(before, key=lambda one: one.end, default=None)
        if last is not None and slot.start < last.end:
            assert told[slot.id] == "overlap"
        elif last is not None and slot.start < last.end + last.reset_min:
            assert told[slot.id] == "short-reset"
        else:
            assert slot.id not in told
        seen.append(slot)


@given(slots())
def test_without_a_conflict_one_person_can_lead_the_day_and_rests(found: list[Slot]) -> None:
    day = lay_out(found)
    if day.conflicts:
        return
    for one, other in pairwise(day.sessions):
        assert one.slot.end <= other.slot.start
    assert all(one.slot.end <= MIDNIGHT for one in day.sessions)
    free = breaks(day)
    for number, one in enumerate(day.sessions):
        later = [two for two in day.sessions[number + 1 :] if two.end - one.start > LONGEST_STRETCH]
        assert not later or any(one.start < start < later[0].end for start, _end in free)


@given(slots(), st.integers(1, 300))
def test_what_goes_together_does_not_depend_on_the_hour(found: list[Slot], by: int) -> None:
    early = [slot for slot in found if slot.end + by <= MIDNIGHT]
    here, later = lay_out(early), lay_out([replace(slot, start=slot.start + by) for slot in early])
    assert [(one.kind, one.first.id) for one in here.conflicts] == [
        (one.kind, one.first.id) for one in later.conflicts
    ]
    assert [(start + by, end + by) for start, end in breaks(here)] == list(breaks(later))


@given(
    st.integers(0, MIDNIGHT - 1),
    st.integers(1, 8),
    st.integers(20, 150),
    st.integers(0, 60),
    st.sampled_from([0, LEAST_BREAK, 45, 60]),
)
def test_a_day_that_is_proposed_leaves_room_for_resets_and_lunch(
    first: int, count: int, whole: int, reset: int, lunch: int
) -> None:
    found = starts(first, count, whole, reset, lunch)
    assert found[0] == first
    assert len(found) == count
    gaps = [after - before - whole for before, after in pairwise(found)]
    assert all(gap in (reset, reset + lunch) for gap in gaps)
    around_noon = [
        before + whole + reset for before in found[:-1] if LUNCH_FROM <= before + whole + reset <= LUNCH_TO
    ]
    assert sum(gap != reset for gap in gaps) == (1 if lunch and around_noon else 0)
    planned = [
        Slot(
            id=str(number),
            name="Night shift",
            room="",
            start=minute,
            welcome_min=whole // 4,
            game_min=whole - whole // 4,
            debrief_min=0,
            reset_min=reset,
        )
        for number, minute in enumerate(found)
    ]
    assert {one.kind for one in lay_out(planned).conflicts} <= {"no-break", "midnight"}


def test_half_a_day_on_end_is_told_with_the_session_to_rest_before() -> None:
    morning = [
        Slot(id=str(n), name="", room="", start=minute, welcome_min=10, game_min=45, debrief_min=35,
             set_up_min=15, reset_min=10)
        for n, minute in enumerate((540, 640, 740))
    ]  # fmt: skip
    (told,) = lay_out(morning).conflicts
    assert (told.kind, told.first.id, told.second.id, told.start, told.end) == (
        "no-break", "0", "2", 525, 840,
    )  # fmt: skip
    rested = [*morning[:2], replace(morning[2], start=760)]
    assert lay_out(rested).conflicts == ()
    assert breaks(lay_out(rested)) == ((740, 760),)


def test_two_rooms_at_once_need_a_second_facilitator_and_each_its_own_breaks() -> None:
    one = Slot(id="a", name="", room="A", start=540, welcome_min=10, game_min=45, debrief_min=35)
    (told,) = lay_out([one, replace(one, id="b", room="B", start=600)]).conflicts
    assert (told.kind, told.first.id, told.second.id, told.start, told.end) == ("at-once", "a", "b", 600, 630)
