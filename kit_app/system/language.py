"""The language that the user's system speaks, for the first start and for the set-up."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping


def system_language() -> str:
    """A two-letter code such as `fr`; `en` when the system does not say. Never raises."""
    return _system_code() or "en"


def code_from(environment: Mapping[str, str]) -> str:
    """The two letters that the usual variables name, or nothing."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        code = value[:2].lower()
        if value and value not in {"C", "POSIX"} and not value.startswith("C.") and code.isalpha():
            return code
    return ""


if sys.platform == "win32":
    import ctypes
    import locale

    def _system_code() -> str:
        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "")[:2]

elif sys.platform == "darwin":

    def _system_code() -> str:
        try:
            answer = subprocess.run(
                ["defaults", "read", "-g", "AppleLocale"],
                capture_output=True,
                encoding="utf-8",
                timeout=2,
                check=True,
            ).stdout
        except (OSError, subprocess.SubprocessError):
            return code_from(os.environ)
        return answer.strip()[:2].lower()

else:

    def _system_code() -> str:
        return code_from(os.environ)
