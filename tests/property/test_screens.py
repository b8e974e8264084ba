"""Whatever is plugged in: the console is not covered, no two teams share a picture, each has its monitor."""

from hypothesis import given, strategies as st

from kit_app.domain.screens import Claim, Display, free_displays, seated
from kit_app.domain.settings import ScreenIdentity

NAMES = ("eDP-1", "HDMI-1", "HDMI-2", "DP-1", "DP-2", "DP-3", "USB-1", "VGA-1")
identities = st.builds(
    ScreenIdentity,
    name=st.sampled_from(NAMES),
    maker=st.sampled_from(("", "Epson")),
    model=st.sampled_from(("", "EB", "CB")),
    serial=st.sampled_from(("", "1", "2")),
)


@st.composite
def desks(draw) -> tuple[list[Display], Display]:
    """Some displays, a few of them with a common picture, and the one of the console."""
    displays = []
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=7, unique=True))
    for number, name in enumerate(names):
        one = draw(identities)
        identity = ScreenIdentity(name=name, maker=one.maker, model=one.model, serial=one.serial)
        left = 2000 * draw(st.sampled_from((number, number, number, 0)))
        width, height = draw(st.sampled_from(((1366, 768), (1920, 1080), (1024, 768))))
        displays.append(Display(identity=identity, left=left, top=0, width=width, height=height))
    return displays, draw(st.sampled_from(displays))


def claims_on(displays: list[Display]) -> st.SearchStrategy[list[Claim]]:
    homes = st.one_of(st.none(), identities, st.sampled_from([one.identity for one in displays]))
    return st.lists(st.builds(Claim, home=homes, is_settled=st.booleans()), min_size=1, max_size=6)


@given(st.data(), desks())
def test_no_two_windows_share_a_picture_and_none_covers_the_console(data, desk) -> None:
    displays, console = desk

    seats = seated(displays, console, data.draw(claims_on(displays)))

    shown = [seat.display for seat in seats if seat.display is not None]
    assert not any(one.overlaps(console) for one in shown)
    assert not any(one.overlaps(other) for place, one in enumerate(shown) for other in shown[:place])
    assert all((seat.display is not None) == (seat.state in ("projected", "swapped")) for seat in seats)


@given(st.data(), desks())
def test_the_order_in_which_monitors_are_listed_changes_nothing(data, desk) -> None:
    displays, console = desk
    claims = data.draw(claims_on(displays))

    assert seated(data.draw(st.permutations(displays)), console, claims) == seated(displays, console, claims)


@given(desks())
def test_each_window_comes_back_on_the_monitor_it_had(desk) -> None:
    displays, console = desk
    first = seated(displays, console, [Claim()] * 6)
    claims = [
        Claim(home=seat.display.identity, is_settled=True) for seat in first if seat.display is not None
    ]

    again = seated(displays, console, claims)

    assert [seat.display for seat in again] == [seat.display for seat in first if seat.display is not None]


@given(st.data(), desks())
def test_a_settled_window_waits_for_its_monitor_while_others_stay_where_they_are(data, desk) -> None:
    displays, console = desk
    free = free_displays(displays, console)
    known = [one for one in free if not any(one.overlaps(other) for other in free if other is not one)]
    names = [ScreenIdentity(name=one.identity.name) for one in known]
    bare = [
        Display(identity=name, left=one.left, top=0, width=one.width, height=one.height)
        for name, one in zip(names, known, strict=True)
    ]
    if not bare:
        return
    lost = data.draw(st.sampled_from(bare))
    claims = [Claim(home=one.identity, is_settled=True) for one in bare]
    left = [one for one in bare if one is not lost]

    seats = seated([console, *left], console, claims)

    assert [seat.display for seat in seats] == [None if one is lost else one for one in bare]
