"""What a facility makes of a kit's shelf: its own scores and topics, its own times of programmes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from kit_app.domain.kit import Kit
from kit_app.domain.papers import DocumentWords, PaperBlock, PaperWords, ProgrammeBlock, SlotWords, TextBlock
from kit_app.domain.references import Topic

_DAY_MIN = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTopic:
    """The facility's scores of a topic; `title` is empty for a topic of the kit, `kit` for the usual kit."""

    topic: Topic
    title: str = ""
    kit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnProgramme:
    """A programme as the facility holds it. `heads` fill what the block asks for; `start` may be empty.

    `kit` is the id of the kit that it belongs to, empty for the usual one.
    """

    paper: str
    language: str
    start: str
    slots: tuple[SlotWords, ...]
    heads: tuple[str, ...] = ()
    kit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShelf:
    """All that was changed; what is not here is as the kit has it."""

    topics: tuple[OwnTopic, ...] = ()
    programmes: tuple[OwnProgramme, ...] = ()

    def of_kit(self, kit: str) -> "OwnShelf":
        """What was changed of one kit."""
        return OwnShelf(
            topics=tuple(one for one in self.topics if one.kit == kit),
            programmes=tuple(one for one in self.programmes if one.kit == kit),
        )


def minute_of(text: str) -> int:
    """The minute of the day of a 24-hour time."""
    moment = time.fromisoformat(text)
    return moment.hour * 60 + moment.minute


def moment_after(start: str, minute: int) -> time:
    """The time of day so many minutes after `start`; from midnight when that is empty."""
    begun = time.fromisoformat(start) if start else time()
    moment = datetime.combine(date(2000, 1, 1), begun) + timedelta(minutes=minute % _DAY_MIN)
    return moment.time()


def programme_of(words: PaperWords) -> ProgrammeBlock | None:
    """The programme that a paper holds; None when it is no programme."""
    blocks = words.blocks if isinstance(words, DocumentWords) else ()
    return next((block for block in blocks if isinstance(block, ProgrammeBlock)), None)


def dressed(kit: Kit, own: OwnShelf) -> Kit:
    """The kit with the facility's own topics and programmes in place of its own."""
    return replace(
        kit,
        topics=_topics(kit, own),
        reference_words=_reference_words(kit, own),
        paper_words=_paper_words(kit, own),
        choices={choice: dressed(one, own) for choice, one in kit.choices.items()},
    )


def _topics(kit: Kit, own: OwnShelf) -> tuple[Topic, ...]:
    changed = {one.topic.id: one.topic for one in own.topics}
    known = {topic.id for topic in kit.topics}
    added = [one.topic for one in own.topics if one.title and one.topic.id not in known]
    return (*(changed.get(topic.id, topic) for topic in kit.topics), *added)


def _reference_words(kit: Kit, own: OwnShelf) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    titles = {one.topic.id: one.title for one in own.topics if one.title}
    found = {}
    for language in kit.languages:
        words = kit.reference_words.get(language, {})
        found[language] = {**words, "topics": {**titles, **words.get("topics", {})}}
    return found


def _paper_words(kit: Kit, own: OwnShelf) -> Mapping[str, Mapping[str, PaperWords]]:
    found = {language: dict(words) for language, words in kit.paper_words.items()}
    for one in own.programmes:
        words = found.get(one.language, {}).get(one.paper)
        if isinstance(words, DocumentWords):
            blocks = tuple(part for block in words.blocks for part in _in_place(block, one))
            found[one.language][one.paper] = replace(words, blocks=blocks)
    return found


def _in_place(block: PaperBlock, own: OwnProgramme) -> tuple[PaperBlock, ...]:
    """The kit's programme with the facility's times and words; other blocks as they are."""
    if not isinstance(block, ProgrammeBlock):
        return (block,)
    filled = (*own.heads, *("" for _ in block.heads))
    heads = list(zip(block.heads, filled, strict=False))
    colon = " :" if own.language == "fr" else ":"
    known = tuple(TextBlock(text=f"**{label}**{colon} {words}") for label, words in heads if words)
    planned, _own_time, what = block.labels
    times = replace(
        block,
        start=own.start,
        slots=tuple(sorted(own.slots, key=lambda slot: slot.minute)),
        heads=tuple(label for label, words in heads if not words),
        labels=(planned, "", what),
        note="",
    )
    return (*known, times)
