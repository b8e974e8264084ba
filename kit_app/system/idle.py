"""When the computer locks or sleeps by itself, and whether somebody else decided that for its user."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass

from kit_app.system.answers import Ask, answer

ReadValue = Callable[[str, str, str], object]
"""A value of the Windows registry: hive (HKLM, HKCU), key, name; None when there is none."""

_MACHINE = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
_POLICY = r"SOFTWARE\Policies\Microsoft\Windows\Control Panel\Desktop"
_OWN = r"Control Panel\Desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdlePolicy:
    """What happens when nobody touches the computer, in seconds. 0: never; None: the system does not say.

    `is_imposed`: the lock is a rule of the administrators, and no program of the user may hold it off.
    """

    lock_s: int | None = None
    sleep_s: int | None = None
    is_imposed: bool = False


def idle_policy() -> IdlePolicy:
    """The rules as they are now. May take some seconds; never raises."""
    try:
        return _idle_policy()
    except (OSError, ValueError, AttributeError):
        return IdlePolicy()


def from_registry(read: ReadValue, sleep_s: int | None) -> IdlePolicy:
    """Windows: the limit of the machine, and a screen saver that asks for the password."""
    machine = _number(read("HKLM", _MACHINE, "InactivityTimeoutSecs"))
    imposed = {name: read("HKCU", _POLICY, name) for name in _SAVER}
    saver = {name: read("HKCU", _OWN, name) if value is None else value for name, value in imposed.items()}
    is_on = _number(saver["ScreenSaveActive"]) and _number(saver["ScreenSaverIsSecure"])
    saver_s = _number(saver["ScreenSaveTimeOut"]) if is_on and saver["SCRNSAVE.EXE"] else 0
    is_rule = any(imposed[name] is not None for name in ("ScreenSaverIsSecure", "ScreenSaveTimeOut"))
    limits = {seconds: by for seconds, by in ((saver_s, is_rule), (machine, True)) if seconds}
    lock_s = min(limits, default=0)
    return IdlePolicy(lock_s=lock_s, sleep_s=sleep_s, is_imposed=limits.get(lock_s, False))


_SAVER = ("ScreenSaveActive", "ScreenSaverIsSecure", "ScreenSaveTimeOut", "SCRNSAVE.EXE")


def _number(value: object) -> int:
    """A number of the registry, which keeps some of them as words; 0 for anything else."""
    try:
        return int(str(value))
    except ValueError:
        return 0


def from_linux(ask: Ask) -> IdlePolicy:
    """From the desktop's settings, the session manager and the X server, whichever answer."""
    delay = _setting(ask, "org.gnome.desktop.session", "idle-delay")
    is_on = ask(["gsettings", "get", "org.gnome.desktop.screensaver", "lock-enabled"])
    lock_s = None
    if delay is not None and is_on in ("true", "false"):
        later = _setting(ask, "org.gnome.desktop.screensaver", "lock-delay") or 0
        lock_s = delay + later if is_on == "true" and delay else 0
    is_imposed = bool(lock_s) and "false" in (
        ask(["gsettings", "writable", "org.gnome.desktop.session", "idle-delay"]),
        ask(["gsettings", "writable", "org.gnome.desktop.screensaver", "lock-enabled"]),
    )
    return IdlePolicy(lock_s=lock_s, sleep_s=_sleep_of_linux(ask), is_imposed=is_imposed)


def _setting(ask: Ask, schema: str, key: str) -> int | None:
    told = re.fullmatch(r"uint32 (\d+)", ask(["gsettings", "get", schema, key]))
    return int(told[1]) if told else None


_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")


def _sleep_of_linux(ask: Ask) -> int | None:
    told = ask(["busctl", "get-property", *_LOGIND, "IdleAction", "IdleActionUSec"])
    action = re.search(r's "([a-z-]+)"', told)
    after = re.search(r"t (\d+)", told)
    if action and after:
        is_sleep = action[1] in ("suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate")
        return int(after[1]) // 1_000_000 if is_sleep else 0
    dark = re.search(r"timeout:\s+(\d+)", ask(["xset", "q"]))
    return int(dark[1]) if dark else None


def from_macos(words: str) -> IdlePolicy:
    """From what `pmset -g` lists, in minutes."""
    told = re.search(r"^\s*sleep\s+(\d+)", words, re.MULTILINE)
    return IdlePolicy(sleep_s=int(told[1]) * 60 if told else None)


if sys.platform == "win32":
    import ctypes
    import winreg
    from uuid import UUID

    _SLEEP = UUID("238c9fa8-0aad-41ed-83f4-97be242c8f20")
    _STAND_BY = UUID("29f6c1db-86da-48c5-9fdb-f2b67b1f44da")
    _HIVES = {"HKLM": winreg.HKEY_LOCAL_MACHINE, "HKCU": winreg.HKEY_CURRENT_USER}

    def _read(hive: str, key: str, name: str) -> object:
        try:
            with winreg.OpenKey(_HIVES[hive], key) as opened:
                return winreg.QueryValueEx(opened, name)[0]
        except OSError:
            return None

    def _sleep_of_plan() -> int | None:
        """After how many seconds on the mains the plan in use lets the computer sleep."""
        plans, scheme = ctypes.windll.powrprof, ctypes.c_void_p()
        if plans.PowerGetActiveScheme(None, ctypes.byref(scheme)):
            return None
        group = ctypes.create_string_buffer(_SLEEP.bytes_le, 16)
        setting = ctypes.create_string_buffer(_STAND_BY.bytes_le, 16)
        seconds = ctypes.c_uint32()
        failed = plans.PowerReadACValueIndex(None, scheme, group, setting, ctypes.byref(seconds))
        ctypes.windll.kernel32.LocalFree(scheme)
        return None if failed else int(seconds.value)

    def _idle_policy() -> IdlePolicy:
        return from_registry(_read, _sleep_of_plan())

elif sys.platform == "darwin":

    def _idle_policy() -> IdlePolicy:
        return from_macos(answer(["pmset", "-g"]))

else:

    def _idle_policy() -> IdlePolicy:
        return from_linux(answer)
