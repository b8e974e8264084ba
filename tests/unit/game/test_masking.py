"""Counts under five are hidden, and nobody works them out from any table that stands on the same page."""

import numpy
from hypothesis import given, strategies as st

from kit_app.game.masking import FEWEST_PEOPLE, Masked, MaskedReach, Reached, masked_reach, size_text

Atom = tuple[str, str, str]


def of_audiences(*people: int) -> tuple[list[Masked], Masked]:
    """The counts of a list of audiences of one service each, over several years so that only they tell."""
    reached = {Reached("2026", f"a{number}", ""): count for number, count in enumerate(people)}
    told = masked_reach(reached)
    return [told.audiences.get(f"a{number}", Masked(0)) for number in range(len(people))], told.total


def test_a_list_without_few_people_is_told_whole() -> None:
    assert of_audiences(5, 0, 12) == ([Masked(5), Masked(0), Masked(12)], Masked(17))


def test_the_only_hidden_count_of_a_list_takes_the_next_smallest_with_it() -> None:
    shown, total = of_audiences(30, 4, 8, 0)
    assert shown == [Masked(30), Masked(None, True), Masked(None), Masked(0)]
    assert total == Masked(42)


def test_two_hidden_counts_need_no_third() -> None:
    shown, total = of_audiences(30, 4, 2)
    assert (shown[0], total) == (Masked(30), Masked(36))


def test_two_hidden_counts_that_can_only_be_one_each_take_a_third_with_them() -> None:
    shown, _total = of_audiences(30, 9, 1, 1)
    assert shown == [Masked(30), Masked(None), Masked(None, True), Masked(None, True)]


def test_few_people_in_all_are_not_told_by_the_sum() -> None:
    assert of_audiences(3, 0) == ([Masked(None, True), Masked(0)], Masked(None, True))


def test_the_only_session_of_a_year_does_not_betray_what_the_table_of_audiences_hides() -> None:
    """Managers 3, technicians 5; the technicians were all there were in 2027."""
    told = masked_reach({Reached("2026", "managers", "A"): 3, Reached("2027", "technicians", "B"): 5})
    assert told.total == Masked(8)
    assert told.years["2027"].people is told.audiences["technicians"].people is None
    assert told.services["B"].people is told.crossed["2027", "technicians"].people is None


def test_a_team_is_told_by_its_side_of_five_alone() -> None:
    assert [size_text(people) for people in (3, 4, 5, 8)] == ["< 5", "< 5", "≥ 5", "≥ 5"]


reaches = st.dictionaries(
    st.builds(Reached, *(st.sampled_from(names) for names in (("2026", "2027", "2028"), "abc", "xyz"))),
    st.sampled_from([0, 1, 3, 4, 5, 6, 9, 20, 50]),
    min_size=1,
    max_size=9,
)


def tables(reached: dict[Reached, int], told: MaskedReach) -> list[tuple[set[Atom], Masked]]:
    """Each count of each table: which people it adds up, and what is told of it."""
    found: list[tuple[set[Atom], Masked]] = [(set(reached), told.total)]
    found += [({who for who in reached if who.year == key}, one) for key, one in told.years.items()]
    found += [({who for who in reached if who.audience == key}, one) for key, one in told.audiences.items()]
    found += [({who for who in reached if who.service == key}, one) for key, one in told.services.items()]
    return found + [({who for who in reached if who[:2] == key}, one) for key, one in told.crossed.items()]


@given(reaches)
def test_no_count_under_five_follows_from_all_tables_together(reached: dict[Reached, int]) -> None:
    """Linear algebra: what is shown, of all tables, leaves each hidden count of few people open."""
    reached = {who: people for who, people in reached.items() if people}
    if not reached:
        return
    atoms = list(reached)
    found = tables(reached, masked_reach(reached))
    rows = [[float(atom in parts) for atom in atoms] for parts, one in found if one.people is not None]
    known = numpy.array(rows).reshape(-1, len(atoms))
    rank = numpy.linalg.matrix_rank(known) if rows else 0
    for parts, one in found:
        if 0 < sum(reached[atom] for atom in parts) < FEWEST_PEOPLE:
            assert one == Masked(None, True)
            wanted = numpy.array([float(atom in parts) for atom in atoms])
            assert numpy.linalg.matrix_rank(numpy.vstack([known, wanted])) > rank, found


@given(reaches)
def test_what_is_shown_is_true_and_everybody_is_counted(reached: dict[Reached, int]) -> None:
    found = tables(reached, masked_reach(reached))
    for parts, one in found:
        assert one.people in (None, sum(reached[atom] for atom in parts))
    everybody = sum(reached.values())
    assert found[0][1].people == (None if 0 < everybody < FEWEST_PEOPLE else everybody)
