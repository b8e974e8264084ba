"""What the console shows of speech."""

from typing import Literal

SpeechState = Literal["silent", "speaking", "no-voice", "missing", "broken"]
"""`missing`: the optional part of the program is not installed; `broken`: it is, but does not load."""
