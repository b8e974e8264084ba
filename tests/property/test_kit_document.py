"""Whatever was done to a kit’s files, going back leads to how they were, going forth to how they are."""

from hypothesis import given, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kit_app.domain.kit_document import Document, Place

names = st.sampled_from(["kit.toml", "puzzles/P1.toml", "images/a.svg"])
contents = st.one_of(st.none(), st.binary(max_size=3))
changes = st.dictionaries(names, contents, min_size=1)
places = st.builds(Place, file=names)


@settings(max_examples=10)
@given(st.lists(st.tuples(places, changes), min_size=120, max_size=140))
def test_over_a_hundred_steps_go_back_and_forth(steps: list[tuple[Place, dict[str, bytes | None]]]) -> None:
    document = Document(files={"kit.toml": b"first"})
    seen = [document.files]
    for place, change in steps:
        before = document
        document = document.changed(place, change)
        if document is not before:
            seen.append(document.files)
    assert len(document.done) == len(seen) - 1
    for files in reversed(seen[:-1]):
        document = document.undo()
        assert document.files == files
    assert document.undo() is document
    for files in seen[1:]:
        document = document.redo()
        assert document.files == files
    assert document.redo() is document


class Writing(RuleBasedStateMachine):
    """A person types, goes back and forth, and types on."""

    def __init__(self) -> None:
        super().__init__()
        self.first = {"kit.toml": b"first"}
        self.document = Document(files=self.first)

    @rule(place=places, change=changes, joins=st.booleans())
    def write(self, place: Place, change: dict[str, bytes | None], joins: bool) -> None:
        before = self.document
        self.document = before.changed(place, change, joins=joins)
        if self.document is not before:
            assert self.document.undone == ()
        wanted = {**before.files, **change}
        assert self.document.files == {name: found for name, found in wanted.items() if found is not None}

    @rule()
    def undo(self) -> None:
        self.document = self.document.undo()

    @rule()
    def redo(self) -> None:
        self.document = self.document.redo()

    @rule()
    def settle(self) -> None:
        self.document = self.document.settled()

    @invariant()
    def the_way_back_leads_to_the_start(self) -> None:
        document = self.document
        while document.done:
            document = document.undo()
        assert document.files == self.first
        for _ in self.document.done:
            document = document.redo()
        assert document.files == self.document.files


TestWriting = Writing.TestCase
TestWriting.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)


def test_letters_of_a_word_are_one_step_until_the_person_settles() -> None:
    place = Place(file="kit.toml", path=("title",))
    document = Document(files={})
    for text in (b"a", b"ab", b"abc"):
        document = document.changed(place, {"kit.toml": text}, joins=True)
    assert len(document.done) == 1
    document = document.settled().changed(place, {"kit.toml": b"abcd"}, joins=True)
    assert len(document.done) == 2
    assert document.undo().files == {"kit.toml": b"abc"}
