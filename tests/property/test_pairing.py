"""Pairing loses no sheet and doubles none; what is kept of counts says the same as the sheets did."""

from hypothesis import given, strategies as st

from kit_app.domain.questionnaire import CHOICES, MOMENTS, THEMES, Question, Sheet
from kit_app.game.learning import OVERALL, PAIRS, PairCounts, counted

ITEMS = tuple(
    Question(id=f"q{place}", theme=theme, right=CHOICES[place % 3])
    for place, theme in enumerate((*THEMES, "people"))
)


@st.composite
def sheets(draw: st.DrawFn) -> list[Sheet]:
    keys = draw(st.sets(st.tuples(st.sampled_from(MOMENTS), st.integers(-4, 12).filter(bool)), max_size=30))
    answers = st.dictionaries(st.sampled_from([one.id for one in ITEMS]), st.sampled_from(CHOICES))
    return [Sheet(moment=moment, number=number, answers=draw(answers)) for moment, number in sorted(keys)]


@given(sheets(), st.sampled_from(list(PAIRS)))
def test_each_sheet_is_counted_once_for_each_item(found: list[Sheet], pair: str) -> None:
    counts = counted(found, ITEMS, pair)
    first, second = PAIRS[pair]
    for cells in counts.items.values():
        assert cells.firsts == sum(one.moment == first for one in found)
        assert cells.seconds == sum(one.moment == second for one in found)
        numbers = [{one.number for one in found if one.moment == moment and one.number > 0}
                   for moment in (first, second)]  # fmt: skip
        assert cells.pairs == len(numbers[0] & numbers[1])


@given(sheets(), st.sampled_from(list(PAIRS)))
def test_right_answers_are_counted_as_on_the_sheets(found: list[Sheet], pair: str) -> None:
    counts = counted(found, ITEMS, pair)
    first, second = PAIRS[pair]
    for item in ITEMS:
        cells = counts.items[item.id]
        right = {m: sum(one.answers.get(item.id) == item.right for one in found if one.moment == m)
                 for m in (first, second)}  # fmt: skip
        assert cells.both + cells.lost + cells.first_right == right[first]
        assert cells.both + cells.gained + cells.second_right == right[second]


@given(sheets(), st.randoms(use_true_random=False), st.sampled_from(list(PAIRS)))
def test_the_order_of_the_sheets_changes_nothing(found: list[Sheet], luck, pair: str) -> None:
    other = list(found)
    luck.shuffle(other)
    one, two = counted(found, ITEMS, pair), counted(other, ITEMS, pair)
    assert one.items == two.items
    for theme in one.themes:
        a, b = one.themes[theme].changes, two.themes[theme].changes
        assert a.people == b.people
        assert abs(a.total - b.total) + abs(a.squares - b.squares) < 1e-9


@given(sheets(), sheets(), st.sampled_from(list(PAIRS)))
def test_two_sessions_together_are_the_sum_of_both(one: list[Sheet], two: list[Sheet], pair: str) -> None:
    a, b = counted(one, ITEMS, pair), counted(two, ITEMS, pair)
    both = a.plus(b)
    for item in ITEMS:
        assert both.items[item.id].pairs == a.items[item.id].pairs + b.items[item.id].pairs
    assert both.themes[OVERALL].firsts.people == len([s for s in (*one, *two) if s.moment == "before"])
    assert a.plus(PairCounts()) == a


@given(sheets())
def test_the_mean_change_of_the_scores_is_that_of_the_items(found: list[Sheet]) -> None:
    counts = counted(found, ITEMS, "before-after")
    cells = list(counts.items.values())
    if cells[0].pairs:
        per_item = sum(one.gained - one.lost for one in cells) / (cells[0].pairs * len(cells))
        assert abs(counts.themes[OVERALL].changes.mean - per_item) < 1e-9
