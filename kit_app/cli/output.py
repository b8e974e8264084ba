"""Write lines to the terminal or to another program, in characters that both can take."""

from __future__ import annotations

import json
import sys
from typing import Any, TextIO


def say(text: str) -> None:
    """A line of the answer."""
    _write(text, sys.stdout)


def warn(text: str) -> None:
    """A line that is not part of the answer: a refusal, a remark."""
    _write(text, sys.stderr)


def say_json(value: Any) -> None:
    """The answer for programs, as one document that people can read too."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def say_json_line(value: Any) -> None:
    """One object on one line, out of the house when this returns."""
    print(json.dumps(value, ensure_ascii=True, separators=(", ", ": ")), flush=True)


def _write(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
