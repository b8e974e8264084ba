"""The facility’s own topics and programmes, each change kept at once; the kit’s shelf with them in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from kit_app.domain.kit import Kit
from kit_app.domain.references import Topic, by_score
from kit_app.domain.shelf import OwnProgramme, OwnShelf, OwnTopic, dressed, programme_of
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.services.kits import Kits
from kit_app.services.library import BUNDLED
from kit_app.storage.shelf_file import write_shelf
from kit_app.views.kits import KitRow


class TopicRow(NamedTuple):
    """A topic with its title; `is_own` when the facility added it."""

    topic: Topic
    title: str
    is_own: bool


class Shelf:
    """What one data folder makes of the shelf of a kit: of the usual one until another is chosen."""

    def __init__(self, folder: Path, own: OwnShelf, kits: Kits) -> None:
        self._folder = folder
        self._all = own
        self._kits = kits
        self._base: Kit | None = None

    @property
    def own(self) -> OwnShelf:
        """What the facility changed of the chosen kit."""
        return self._all.of_kit(self._key(self.base().id))

    def kits(self) -> tuple[KitRow, ...]:
        """The kits that can be chosen, the usual one first. One that was taken away is chosen no more."""
        rows = self._kits.all()
        if self._base is not None and self._base.id not in {row.id for row in rows}:
            self._base = None
        return rows

    def choose(self, kit_id: str) -> None:
        """Show the shelf of another kit while the program is open. Raises KitAppError."""
        self._base = self._kits.kit(kit_id)

    def base(self) -> Kit:
        """The chosen kit as it came. Raises KitFileError."""
        if self._base is None:
            self._base = self._kits.kit(BUNDLED)
        return self._base

    def kit(self) -> Kit:
        """The kit whose shelf is shown, with what the facility changed. Raises KitFileError."""
        return self.dressed(self.base())

    def dressed(self, kit: Kit) -> Kit:
        """Any kit with what the facility changed of it."""
        own = self._all.of_kit(self._key(kit.id))
        return dressed(kit, own) if own != OwnShelf() else kit

    def language(self, wanted: str) -> str:
        """The language that is wanted, or the kit's first one where it does not speak that."""
        languages = self.base().languages
        return wanted if wanted in languages else languages[0]

    def has_papers(self) -> bool:
        """Whether the kit has papers to hang up and hand out."""
        return any(spec.shelf == "awareness" for spec in self.base().papers)

    def has_programmes(self) -> bool:
        """Whether it has programmes."""
        return bool(self.programmes(self.base().languages[0]))

    def has_spots(self) -> bool:
        """Whether it has short films."""
        return bool(self.base().spots)

    @staticmethod
    def _key(kit_id: str) -> str:
        return "" if kit_id == BUNDLED else kit_id

    # Topics

    def topics(self, language: str) -> tuple[TopicRow, ...]:
        """The topics of the kit and the facility's, the most wanted first."""
        kit = self.kit()
        titles = kit.reference_words.get(language, {}).get("topics", {})
        added = {one.topic.id for one in self.own.topics if one.title}
        return tuple(
            TopicRow(topic, titles.get(topic.id, topic.id), topic.id in added)
            for topic in by_score(kit.topics)
        )

    def add_topic(self, title: str) -> str:
        """A topic of the facility, without points yet; its id. Raises StorageError."""
        topic = Topic(id=f"own-{uuid4()}", news=0, difficulties=0, incidents=0)
        self._keep_topics((*self.own.topics, self._own_topic(topic, title)))
        return topic.id

    def change_topic(self, topic: Topic, title: str = "") -> None:
        """Keep the points of a topic, and the title of one that the facility added. Raises StorageError."""
        changed = self._own_topic(topic, title)
        others = self.own.topics
        if topic.id in {one.topic.id for one in others}:
            self._keep_topics(changed if one.topic.id == topic.id else one for one in others)
        else:
            self._keep_topics((*others, changed))

    def remove_topic(self, ident: str) -> OwnTopic:
        """Take away a topic that the facility added; it is given back. Raises StorageError."""
        for one in self.own.topics:
            if one.topic.id == ident and one.title:
                self._keep_topics(other for other in self.own.topics if other is not one)
                return one
        raise StorageError(N_("This topic is not there any more."), ident)

    def _keep_topics(self, topics: Iterable[OwnTopic]) -> None:
        self._keep(replace(self.own, topics=tuple(topics)))

    def _own_topic(self, topic: Topic, title: str) -> OwnTopic:
        return OwnTopic(topic=topic, title=title, kit=self._key(self.base().id))

    # Programmes

    def programmes(self, language: str) -> tuple[str, ...]:
        """The ids of the papers that are programmes, in the order of the shelf."""
        kit = self.base()
        words = kit.paper_words[language]
        found = [spec for spec in kit.papers if programme_of(words[spec.id]) is not None]
        return tuple(spec.id for spec in sorted(found, key=lambda spec: (spec.order, spec.number)))

    def programme(self, paper: str, language: str) -> OwnProgramme:
        """The facility's programme, or that of the kit while there is none. Raises StorageError."""
        own = self._own_programme(paper, language)
        return own if own is not None else self.model(paper, language)

    def model(self, paper: str, language: str) -> OwnProgramme:
        """The programme as the kit has it. Raises StorageError."""
        words = self.base().paper_words[language].get(paper)
        block = programme_of(words) if words is not None else None
        if block is None:
            raise StorageError(N_("The kit has no such programme."), paper)
        return OwnProgramme(
            paper=paper,
            language=language,
            start=block.start,
            slots=block.slots,
            heads=tuple("" for _ in block.heads),
            kit=self._key(self.base().id),
        )

    def head_labels(self, paper: str, language: str) -> tuple[str, ...]:
        """What a programme wants to have filled in, such as date and place."""
        block = programme_of(self.base().paper_words[language][paper])
        return block.heads if block is not None else ()

    def is_changed(self, paper: str, language: str) -> bool:
        """Whether the facility has its own programme here."""
        return self._own_programme(paper, language) is not None

    def change_programme(self, programme: OwnProgramme) -> None:
        """Keep a programme; one that is as in the kit is not the facility's. Raises StorageError."""
        key = (programme.paper, programme.language)
        others = [one for one in self.own.programmes if (one.paper, one.language) != key]
        is_own = programme != self.model(*key)
        kept = (*others, programme) if is_own else tuple(others)
        if kept != self.own.programmes:
            self._keep(replace(self.own, programmes=kept))

    def _own_programme(self, paper: str, language: str) -> OwnProgramme | None:
        found = (one for one in self.own.programmes if (one.paper, one.language) == (paper, language))
        return next(found, None)

    def _keep(self, own: OwnShelf) -> None:
        """Keep `own` in the place of what was changed of the chosen kit; other kits' stays."""
        key = self._key(self.base().id)
        everything = OwnShelf(
            topics=(*(one for one in self._all.topics if one.kit != key), *own.topics),
            programmes=(*(one for one in self._all.programmes if one.kit != key), *own.programmes),
        )
        write_shelf(self._folder, everything)
        self._all = everything
