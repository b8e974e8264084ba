"""The lines about the computer itself: sound, mains, sleep, lock, disk and clock."""

from __future__ import annotations

from pathlib import Path

from kit_app.clock.calendar import is_zone_known, local_moment
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue, clock_time, number, short_date
from kit_app.services.checkup import LEAST_FREE_MB
from kit_app.services.data_place import SLOW, SLOW_MS
from kit_app.services.preflight.asking import Computer
from kit_app.services.preflight.finding import Action, Finding, fine, unknown
from kit_app.services.preflight_lines import TOPICS
from kit_app.system.idle import IdlePolicy
from kit_app.system.panels import Setting
from kit_app.system.power import Power

LEAST_VOLUME = 15
_AROUND_S = 10 * 60
"""What a game takes beyond its clock, at the least: the alarm, the last pages."""
_FIRST_YEAR, _LAST_YEAR = 2025, 2075
_BEHIND_MS = 60_000
_GB = 1024**3
_MB = 1024**2


def _opening(setting: Setting, words: str, computer: Computer) -> Action | None:
    return Action(ident=setting, words=words) if computer.has_settings(setting) else None


def sound(computer: Computer, t: Catalogue, *, can_listen: bool) -> Finding:
    """Whether sounds can be heard."""
    if not can_listen:
        text = t("No sounds here; the game works whole without them. How to add them: Help.")
        help_ = Action(ident="help", words=t("Help"))
        return Finding(ident="sound", topic=t(TOPICS["sound"]), level="aside", text=text, action=help_)
    found = computer.sound()
    listen = Action(ident="listen", words=t("Listen"))
    settings = _opening("sound", t("Open the sound settings"), computer)
    if found.is_there is False:
        return no_loudspeaker(computer, t)
    if found.is_muted or (found.volume is not None and found.volume < LEAST_VOLUME):
        topic = t("The sound is muted") if found.is_muted else t("The sound is hardly to be heard")
        text = t(
            "Turn it up until the farthest table hears it; each sound stands on the screen in words too."
        )
        return Finding(ident="sound", topic=topic, level="warn", text=text, action=settings or listen)
    if found.volume is None:
        text = t("A loudspeaker is there; try its volume from the farthest table.")
        if found.is_there is None:
            text = t("This computer does not say. Try it from the farthest table.")
        return unknown("sound", text, t, listen)
    name = found.name or t("Loudspeaker")
    return fine("sound", t("{name}, volume {volume}%.", name=name, volume=found.volume), t, listen)


def no_loudspeaker(computer: Computer, t: Catalogue) -> Finding:
    """The line about a loudspeaker that is not there, or not any more."""
    return Finding(
        ident="sound",
        topic=t("No loudspeaker was found"),
        level="warn",
        text=t("Plug one in, or play without: each sound also stands on the players’ screen in words."),
        action=_opening("sound", t("Open the sound settings"), computer),
    )


def mains(computer: Computer, t: Catalogue) -> Finding:
    """Where the current comes from."""
    match computer.power():
        case Power.BATTERY:
            return Finding(
                ident="power",
                topic=t("The laptop runs on its battery"),
                level="warn",
                text=t("Plug it in for the game."),
            )
        case Power.MAINS:
            return fine("power", t("Plugged in."), t)
        case Power.UNKNOWN:
            text = t("This computer does not say. A laptop belongs on the mains during the game.")
            return unknown("power", text, t)


def sleep(computer: Computer, t: Catalogue) -> Finding:
    """Whether the computer stays awake while a console is open."""
    if computer.can_keep_awake():
        return fine("sleep", t("Held off while the console is open."), t)
    after = computer.idle().sleep_s
    if after == 0:
        return fine("sleep", t("This computer does not fall asleep by itself."), t)
    topic = t("This computer may fall asleep, and the program cannot hold that off")
    if after:
        topic = t.plural(
            "This computer falls asleep after {n} minute without a touch",
            "This computer falls asleep after {n} minutes without a touch",
            -(-after // 60),
        )
    return Finding(
        ident="sleep",
        topic=topic,
        level="warn",
        text=t("Set sleep to “never” for the game in the power settings."),
        action=_opening("power", t("Open the power settings"), computer),
    )


def lock(computer: Computer, plan: SessionPlan, t: Catalogue) -> Finding:
    """Whether the computer locks in the middle of the game."""
    return lock_of(computer.idle(), computer, plan, t)


def lock_of(policy: IdlePolicy, computer: Computer, plan: SessionPlan, t: Catalogue) -> Finding:
    """The same of rules that were read before."""
    if policy.lock_s is None:
        text = t("This computer does not say when it locks. Press a key now and then.")
        return unknown("lock", text, t, _opening("lock", t("Open the lock settings"), computer))
    if policy.lock_s == 0:
        return fine("lock", t("The screen does not lock by itself."), t)
    minutes = -(-policy.lock_s // 60)
    if policy.lock_s >= plan.duration_ms // 1000 + _AROUND_S:
        text = t.plural(
            "Locks after {n} minute without a touch, longer than the game.",
            "Locks after {n} minutes without a touch, longer than the game.",
            minutes,
        )
        return fine("lock", text, t)
    topic = t.plural(
        "The screen locks after {n} minute without a touch",
        "The screen locks after {n} minutes without a touch",
        minutes,
    )
    if policy.is_imposed:
        text = t(
            "A rule of your IT service, which no program can hold off: press a key now and then. "
            "The clock runs on behind the lock."
        )
        return Finding(ident="lock", topic=topic, level="warn", text=text)
    return Finding(
        ident="lock",
        topic=topic,
        level="warn",
        text=t("Set it to “never” for the game in the lock settings, or press a key now and then."),
        action=_opening("lock", t("Open the lock settings"), computer),
    )


def room_left(computer: Computer, folder: Path, t: Catalogue) -> Finding | None:
    """The line about a disk that is nearly full; nothing while there is room."""
    free = computer.free_bytes(folder)
    if free >= LEAST_FREE_MB * _MB:
        return None
    return Finding(
        ident="folder",
        topic=t("The disk is nearly full: {free} MB left", free=free // _MB),
        level="danger",
        text=t("Free {least} MB, or what is played cannot be kept.", least=LEAST_FREE_MB),
        action=Action(ident="folder", words=t("Open the data folder")),
    )


def folder(computer: Computer, place: Path, commit_ms: int, t: Catalogue) -> Finding:
    """Whether what is played can be kept, and soon: a file is really written, read back and deleted.

    `commit_ms`: how long the drive took to keep one thing when the program was started.
    """
    if not computer.is_writable(place):
        return Finding(
            ident="folder",
            topic=t("The data folder cannot be written to"),
            level="danger",
            text=t(
                "Give yourself the right to write into {folder}, or ask your IT service to.", folder=place
            ),
            action=Action(ident="folder", words=t("Open the data folder")),
        )
    full = room_left(computer, place, t)
    if full is not None:
        return full
    if commit_ms > SLOW_MS:
        topic = t("The drive with the data is slow")
        return Finding(ident="folder", topic=topic, level="warn", text=t(SLOW, ms=commit_ms))
    free = number(computer.free_bytes(place) / _GB, t.language)
    return fine("folder", t("Folder written to and read back, {free} GB free.", free=free), t)


def clock(wall_ms: int, newest_ms: int, computer: Computer, t: Catalogue) -> Finding:
    """Whether the computer's date and time can be right. `newest_ms` is the latest moment that was stored."""
    now = local_moment(wall_ms)
    action = _opening("clock", t("Open the clock settings"), computer)
    text = t("Set date and time, or the journal bears wrong ones; the game’s own clock does not care.")
    said = {"date": short_date(now.date()), "time": clock_time(now.time(), t.language)}
    if not _FIRST_YEAR <= now.year <= _LAST_YEAR:
        topic = t("The computer believes that today is {date}", **said)
        return Finding(ident="clock", topic=topic, level="warn", text=text, action=action)
    if newest_ms > wall_ms + _BEHIND_MS:
        last = local_moment(newest_ms)
        topic = t(
            "The computer’s clock is behind: the last game was on {day} at {hour}",
            day=short_date(last.date()),
            hour=clock_time(last.time(), t.language),
        )
        return Finding(ident="clock", topic=topic, level="warn", text=text, action=action)
    if not is_zone_known(wall_ms):
        topic = t("The computer’s time zone is not set: it says {time}", **said)
        return Finding(ident="clock", topic=topic, level="warn", text=text, action=action)
    return fine("clock", t("{time}, {date}, time zone {zone}.", **said, zone=now.tzname()), t)
