"""Events stored by every past release are read for ever: these files may gain companions, never change."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import pytest

from kit_app.game.events import Event
from kit_app.storage.codec import encoded, event_from, event_kind

RELEASES = sorted((Path(__file__).parent / "events").glob("*.json"))
STORED = [
    pytest.param(stored, id=f"{release.stem}-{place}-{stored['kind']}")
    for release in RELEASES
    for place, stored in enumerate(json.loads(release.read_text(encoding="utf-8")))
]


@pytest.mark.parametrize("stored", STORED)
def test_an_event_of_a_past_release_is_read_and_loses_nothing(stored: dict[str, Any]) -> None:
    event = event_from(stored["kind"], stored["data"])
    assert event_kind(event) == stored["kind"]
    assert json.loads(encoded(event)).items() >= stored["data"].items()


@pytest.mark.parametrize("stored", STORED)
def test_fields_added_since_have_defaults(stored: dict[str, Any]) -> None:
    kind = next(kind for kind in get_args(Event) if kind.__name__ == stored["kind"])
    values = {name: tuple(item) if isinstance(item, list) else item for name, item in stored["data"].items()}
    assert asdict(kind(**values)).items() >= values.items()


def test_every_event_of_today_is_in_some_file() -> None:
    stored = {
        item["kind"] for release in RELEASES for item in json.loads(release.read_text(encoding="utf-8"))
    }
    assert stored == {kind.__name__ for kind in get_args(Event)}
