"""The files of data beside a kit's puzzles: what each holds, and what each language says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kit_app.domain.bulletin import BulletinExample, BulletinWords
from kit_app.domain.questionnaire import Opinion, Question, QuestionWords
from kit_app.domain.references import (
    ContactSpec,
    Fact,
    FactWords,
    Nudge,
    NudgeWords,
    RoomCheck,
    RoomCheckWords,
    Topic,
)
from kit_app.domain.spots import Spot, SpotWords
from kit_app.domain.training import Lesson, LessonWords, ReadyCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contacts:
    contacts: tuple[ContactSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topics:
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bulletins:
    bulletins: tuple[BulletinExample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    room: tuple[RoomCheck, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Questionnaire:
    questionnaire: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opinions:
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nudges:
    nudges: tuple[Nudge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spots:
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _FactsWords:
    facts: Mapping[str, FactWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class _ContactsWords:
    contacts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _TopicsWords:
    topics: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _BulletinsWords:
    bulletins: Mapping[str, BulletinWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class _RoomWords:
    room: Mapping[str, RoomCheckWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class _QuestionnaireWords:
    questionnaire: Mapping[str, QuestionWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpinionsWords:
    opinions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _NudgesWords:
    nudges: Mapping[str, NudgeWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Training:
    training: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _TrainingWords:
    training: Mapping[str, LessonWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    ready: tuple[ReadyCheck, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadyWords:
    ready: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _SpotsWords:
    spots: Mapping[str, SpotWords]


REFERENCES: Mapping[str, tuple[type[Any], type[Any]]] = {
    "facts": (_Facts, _FactsWords),
    "contacts": (_Contacts, _ContactsWords),
    "topics": (_Topics, _TopicsWords),
    "bulletins": (_Bulletins, _BulletinsWords),
    "room": (_Room, _RoomWords),
    "questionnaire": (_Questionnaire, _QuestionnaireWords),
    "opinions": (_Opinions, _OpinionsWords),
    "nudges": (_Nudges, _NudgesWords),
    "spots": (_Spots, _SpotsWords),
    "training": (_Training, _TrainingWords),
    "ready": (_Ready, _ReadyWords),
}
"""The files of quoted data, without their ending: what the structure holds, and what each language holds."""
