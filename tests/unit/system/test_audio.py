"""Where sounds come out, as each system tells it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kit_app.system.audio import NONE, UNKNOWN, SoundOutput, from_linux, from_macos, sound_output


class Programs:
    """Stand-ins for the small programs of a system: their answers by the command line."""

    def __init__(self, **answers: str) -> None:
        self.answers = answers

    def __call__(self, command: Sequence[str]) -> str:
        return self.answers.get("_".join(command[:2]).replace("-", "_"), "")


def test_pipewire_tells_volume_and_mute(tmp_path: Path) -> None:
    loud = Programs(wpctl_get_volume="Volume: 0.60")
    muted = Programs(wpctl_get_volume="Volume: 1,25 [MUTED]")

    assert from_linux(loud, tmp_path) == SoundOutput(is_there=True, volume=60, is_muted=False)
    assert from_linux(muted, tmp_path) == SoundOutput(is_there=True, volume=125, is_muted=True)


@pytest.mark.parametrize(("word", "is_muted"), [("Mute: yes", True), ("Sourdine : non", False), ("", None)])
def test_pulse_tells_in_the_language_of_the_system(tmp_path: Path, word: str, is_muted: bool | None) -> None:
    pulse = Programs(
        pactl_get_default_sink="alsa_output.pci",
        pactl_get_sink_volume="Volume: front-left: 29491 /  45% / -20,81 dB",
        pactl_get_sink_mute=word,
    )

    assert from_linux(pulse, tmp_path) == SoundOutput(is_there=True, volume=45, is_muted=is_muted)


def test_the_output_that_pulse_invents_is_none(tmp_path: Path) -> None:
    assert from_linux(Programs(pactl_get_default_sink="auto_null"), tmp_path) == NONE


def test_without_a_sound_server_the_kernel_knows_the_cards(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    assert from_linux(Programs(), cards) == NONE
    cards.write_text("--- no soundcards ---\n", encoding="utf-8")
    assert from_linux(Programs(), cards) == NONE
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n", encoding="utf-8")
    assert from_linux(Programs(), cards) == SoundOutput(is_there=True)


def test_macos_tells_all_in_one_line() -> None:
    words = "output volume:38, input volume:50, alert volume:100, output muted:true"

    assert from_macos(words) == SoundOutput(is_there=True, volume=38, is_muted=True)
    assert from_macos("output volume:missing value, output muted:missing value") == UNKNOWN


def test_this_computer_is_asked_without_a_fault() -> None:
    assert sound_output().is_there in (True, False, None)
