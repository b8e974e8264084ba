"""Whatever bytes a kit holds, the check answers with sentences."""

from hypothesis import given, settings, strategies as st

from kit_app.content.check import check_kit
from kit_app.content.files import read_snapshot, snapshot
from kit_app.errors import KitFileError
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

NAMES = sorted(tiny_kit())
PIECES = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        [
            b'"',
            b"[",
            b"]",
            b"[[",
            b"{",
            b"}",
            b"=",
            b"\n",
            b"#",
            b"'''",
            b'"""',
            b"\\",
            b".",
            b"1",
            b"-1",
            b"1e999",
        ]
        + [
            b"nan",
            b"true",
            b"2024-01-01",
            b'"{',
            b'""',
            b"[]",
            b"{}",
            b"0x" + b"f" * 5000,
            b"\xff",
            b"\r",
            b"\x00",
        ]
        + [
            b'needs = ["Q1"]\n',
            b'id = "Q2"\n',
            b"[parameters]\n",
            b'code = ""\n',
            b"[cards]\n",
            b"[[cards]]\n",
        ]
    ),
)


@settings(max_examples=120, deadline=None)
@given(
    name=st.sampled_from(NAMES),
    place=st.floats(min_value=0, max_value=1),
    cut=st.integers(min_value=0, max_value=30),
    piece=PIECES,
)
def test_a_changed_file_never_breaks_the_check(name: str, place: float, cut: int, piece: bytes) -> None:
    files = tiny_kit()
    start = int(place * len(files[name]))
    files[name] = files[name][:start] + piece + files[name][start + cut :]
    for problem in check_kit(files, mechanisms=TINY_MECHANISMS):
        assert problem.sentence
        assert problem.line <= files.get(problem.file, b"").count(b"\n") + 1


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=200))
def test_any_bytes_in_the_place_of_a_file_never_break_the_check(name: str, content: bytes) -> None:
    for problem in check_kit(tiny_kit() | {name: content}, mechanisms=TINY_MECHANISMS):
        assert str(problem)


def test_brackets_without_end_never_break_the_check() -> None:
    deep = b"x = " + b"[" * 100_000 + b"]" * 100_000
    assert check_kit(tiny_kit() | {"kit.toml": deep}, mechanisms=TINY_MECHANISMS)


@settings(max_examples=100, deadline=None)
@given(place=st.floats(min_value=0, max_value=1), piece=st.binary(min_size=1, max_size=8))
def test_a_snapshot_with_changed_bytes_is_read_or_refused(place: float, piece: bytes) -> None:
    packed = snapshot({"kit.toml": b"format = 1\n", "words/fr/kit.toml": b"title = 'x'\n"})
    start = int(place * len(packed))
    try:
        read_snapshot(packed[:start] + piece + packed[start + len(piece) :])
    except KitFileError as error:
        assert error.problems
