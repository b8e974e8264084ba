"""Kits of older formats, brought up to today's one step at a time."""

from collections.abc import Callable, Mapping
from typing import Any

Head = Mapping[str, Any]
Migration = Callable[[Head], Head]


def _with_overlays(head: Head) -> Head:
    """Format 2 adds sectors and overlays; a kit of format 1 has none, and lacks nothing."""
    return head


MIGRATIONS: tuple[Migration, ...] = (_with_overlays,)
"""Step n makes the kit.toml of format n + 1 of one of format n, counted from 1."""


def brought_up(head: Head, number: int) -> Head:
    """The data of a kit.toml of format `number` as one of today's format."""
    for step in MIGRATIONS[number - 1 :]:
        head = step(head)
    return head
