"""The alert bulletins: begun, changed, copied, deleted and brought back; each change is kept at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from itertools import chain, zip_longest
from pathlib import Path
from uuid import uuid4

from kit_app.clock.calendar import local_moment
from kit_app.clock.clock import Clock
from kit_app.domain.bulletin import Bulletin, BulletinLanguage, newest_first, next_number
from kit_app.domain.facility import Facility
from kit_app.domain.kit import Kit
from kit_app.domain.spelling import filled, places
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.bulletins_file import write_bulletins

DOTS = "………………"


class Bulletins:
    """The bulletins of one data folder."""

    def __init__(self, folder: Path, bulletins: tuple[Bulletin, ...], clock: Clock) -> None:
        self._folder = folder
        self._bulletins = bulletins
        self._clock = clock

    def list(self) -> tuple[Bulletin, ...]:
        """All of them, the newest first."""
        return newest_first(self._bulletins)

    def get(self, ident: str) -> Bulletin:
        """The bulletin with this id. Raises StorageError."""
        for bulletin in self._bulletins:
            if bulletin.id == ident:
                return bulletin
        raise StorageError(N_("This bulletin is not there any more."), ident)

    def begin(self, language: BulletinLanguage, like: Bulletin | None = None) -> Bulletin:
        """A new bulletin of now, with the words of `like`. Raises StorageError; then there is none."""
        now = local_moment(self._clock.wall_ms())
        bulletin = replace(
            like or Bulletin(id="", language=language),
            id=str(uuid4()),
            language=language,
            number=next_number(self._bulletins, now.year),
            date=now.date().isoformat(),
            time=now.time().isoformat("minutes"),
        )
        self._keep((*self._bulletins, bulletin))
        return bulletin

    def begin_like(self, kit: Kit, example: str, language: BulletinLanguage, facility: Facility) -> Bulletin:
        """A new bulletin with the words of one of the kit's examples. Raises StorageError."""
        spec = next(one for one in kit.bulletins if one.id == example)
        words = kit.reference_words[language]["bulletins"][example]
        own = _numbers(kit, facility)
        texts = {name: _known(getattr(words, name), own) for name in (one.name for one in fields(words))}
        like = Bulletin(id="", language=language, tlp=spec.tlp, urgency=spec.urgency, **texts)
        return self.begin(language, like)

    def take_numbers(self, kit: Kit, facility: Facility) -> None:
        """Numbers that became known stand in place of the dots that an example left. Raises StorageError."""
        own = _numbers(kit, facility)
        taken = tuple(
            replace(one, tell=_caught_up(one.tell, [words.tell for words in examples.values()], own))
            for one in self._bulletins
            for examples in (kit.reference_words.get(one.language, {}).get("bulletins", {}),)
        )
        if taken != self._bulletins:
            self._keep(taken)

    def copy(self, ident: str) -> Bulletin:
        """The same words as a new bulletin of now, without an end. Raises StorageError."""
        like = self.get(ident)
        return self.begin(like.language, replace(like, valid_until=""))

    def save(self, bulletin: Bulletin) -> None:
        """Keep what was changed; one that was deleted meanwhile is there again. Raises StorageError."""
        ids = [one.id for one in self._bulletins]
        if bulletin.id not in ids:
            self._keep((*self._bulletins, bulletin))
        elif bulletin != self.get(bulletin.id):
            self._keep(tuple(bulletin if one.id == bulletin.id else one for one in self._bulletins))

    def delete(self, ident: str) -> Bulletin:
        """Take one away; it is given back, to be saved again if that was a mistake. Raises StorageError."""
        gone = self.get(ident)
        self._keep(tuple(one for one in self._bulletins if one.id != ident))
        return gone

    def _keep(self, bulletins: tuple[Bulletin, ...]) -> None:
        write_bulletins(self._folder, bulletins)
        self._bulletins = bulletins


def _numbers(kit: Kit, facility: Facility) -> dict[str, str]:
    return {f"contact.{contact.id}": facility.contact(contact.id).line for contact in kit.contacts}


def _caught_up(text: str, models: Iterable[str], own: Mapping[str, str]) -> str:
    """`text` with what is known now where dots still stand in a line of one of the models."""
    if DOTS not in text:
        return text
    for model in models:
        pieces = re.split(r"\{[^{}]+\}", model)
        match = re.fullmatch("(.+?)".join(re.escape(piece) for piece in pieces), text)
        if match is not None and DOTS in match.groups():
            said = zip(places(model), match.groups(), strict=True)
            values = [(own.get(place) or DOTS) if value == DOTS else value for place, value in said]
            return "".join(chain.from_iterable(zip_longest(pieces, values, fillvalue="")))
    return text


def _known(text: str, own: Mapping[str, str]) -> str:
    """The text with the facility's numbers; dots to write over for one that is not known."""
    return filled(text, {place: own.get(place) or DOTS for place in places(text)})
