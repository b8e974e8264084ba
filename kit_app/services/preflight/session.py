"""The lines about the session: its day, its kit and deals, and the copy of what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit_app.clock.calendar import local_date, local_moment
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.domain.room import room_lines
from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import Catalogue, clock_time, long_date
from kit_app.services.backups import Backups
from kit_app.services.library import Library
from kit_app.services.preflight.finding import Finding, KitFinding, fine
from kit_app.services.preflight_lines import TOPICS
from kit_app.storage.kits import KitSnapshot


def day(plan: SessionPlan, wall_ms: int, t: Catalogue) -> Finding:
    """Whether the session was planned for today."""
    if not plan.date:
        return fine("date", t("No day was planned."), t)
    planned = date.fromisoformat(plan.date)
    if planned == local_date(wall_ms):
        return fine("date", t("Today, {date}.", date=long_date(planned, t.language)), t)
    return Finding(
        ident="date",
        topic=t("This session is planned for another day: {date}", date=long_date(planned, t.language)),
        level="warn",
        text=t("Make sure that it is the right one, or change its day in step 1, “Prepare”."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredKit:
    """The snapshot that a session was planned with, as it was read from the store, or why it was not."""

    snapshot: KitSnapshot | None = None
    error: KitAppError | None = None


def stored_kit(library: Library, plan: SessionPlan) -> StoredKit:
    """Fetched where the store may be asked; judged elsewhere by `kit`."""
    try:
        return StoredKit(snapshot=library.stored(plan))
    except StorageError as error:
        return StoredKit(error=error)


def kit(library: Library, stored: StoredKit, plan: SessionPlan, teams: int, t: Catalogue) -> Finding:
    """Whether the stored kit is whole and still deals what was printed. Takes a second when it is new."""
    try:
        own = _read(library, stored)
        if own.digest != plan.kit_digest:
            return _unsound(t("What is stored of it is not what the session was planned with."), t)
        from kit_app.mechanisms.picking import picked
        from kit_app.services.dealing import deal_session  # both load every mechanism: only here

        tables = deal_session(picked(own, plan), plan)
    except KitAppError as error:
        return _unsound(t.of(error), t)
    language = t.language if t.language in own.languages else own.languages[0]
    words = own.reference_words.get(language, {}).get("room", {})
    title = own.words[language].title
    return KitFinding(
        ident="kit",
        topic=t(TOPICS["kit"]),
        level="ok",
        text=t("{title} {version}, whole; the answers match the cards.", title=title, version=own.version),
        room=room_lines(own.room, words, tables[0], teams) if tables else (),
    )


def _read(library: Library, stored: StoredKit) -> Kit:
    if stored.error is not None:
        raise stored.error
    if stored.snapshot is None:
        return library.bundled_kit()
    return library.parsed(stored.snapshot.files)


def _unsound(text: str, t: Catalogue) -> Finding:
    return Finding(
        ident="kit", topic=t("This session cannot be played with its kit"), level="danger", text=text
    )


def backup(backups: Backups, t: Catalogue) -> Finding:
    """Whether there is a copy of today; one is made when there is none."""
    try:
        made = backups.of_today()
    except StorageError as error:
        return Finding(
            ident="backup", topic=t("There is no copy of the data of today"), level="warn", text=t.of(error)
        )
    hour = clock_time(local_moment(made.wall_ms).time(), t.language)
    return fine("backup", t("Made today at {hour}.", hour=hour), t)
