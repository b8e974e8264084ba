"""One measure in a process of its own; its rows as a line of JSON. `python -m benchmarks` collects them."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from benchmarks.rows import Row


def deck(*, is_short: bool) -> list[Row]:
    """A deck of 1,000 cards; its five repetitions are its shortest way."""
    from benchmarks.deck import GOALS, measure

    found = measure()
    speed = found["naive_cards_per_s"]
    return [
        Row(metric="deck of 1,000 cards", unit="cards/s", ours=found["cards_per_s"], baseline=speed,
            goal=GOALS["speed_ratio"]),
        Row(metric="the same again, codes cached", unit="cards/s", ours=found["cached_cards_per_s"],
            baseline=speed, goal=GOALS["cached_speed_ratio"]),
        Row(metric="bytes of the deck, part of the plain way's", ours=found["bytes_ratio"],
            goal=GOALS["bytes_ratio"], judges="ours"),
        Row(metric="peak memory, part of the plain way's", ours=found["peak_memory_ratio"],
            goal=GOALS["peak_memory_ratio"], judges="ours"),
    ]  # fmt: skip


def kit(*, is_short: bool) -> list[Row]:
    from benchmarks.kit import rows

    return rows(is_short=is_short)


def bands(*, is_short: bool) -> list[Row]:
    from benchmarks.bands import rows

    return rows(is_short=is_short)


def check(*, is_short: bool) -> list[Row]:
    from benchmarks.check import rows

    return rows(is_short=is_short)


def first_paint(*, is_short: bool) -> list[Row]:
    from benchmarks.first_paint import rows

    return rows(is_short=is_short)


def act(*, is_short: bool) -> list[Row]:
    from benchmarks.act import rows

    return rows(is_short=is_short)


def scan(*, is_short: bool) -> list[Row]:
    from benchmarks.scan import rows

    return rows(is_short=is_short)


def countdown_cpu(*, is_short: bool) -> list[Row]:
    from benchmarks.countdown_cpu import rows

    return rows(is_short=is_short)


def countdown_error(*, is_short: bool) -> list[Row]:
    from benchmarks.countdown_error import rows

    return rows(is_short=is_short)


def region_push(*, is_short: bool) -> list[Row]:
    from benchmarks.region_push import rows

    return rows(is_short=is_short)


def resume(*, is_short: bool) -> list[Row]:
    from benchmarks.resume import rows

    return rows(is_short=is_short)


def soak(*, is_short: bool) -> list[Row]:
    from benchmarks.soak import rows

    return rows(is_short=is_short)


def desk(*, is_short: bool) -> list[Row]:
    from benchmarks.desk import rows

    return rows(is_short=is_short)


def stuck_light(*, is_short: bool) -> list[Row]:
    from benchmarks.stuck_light import rows

    return rows(is_short=is_short)


def debrief(*, is_short: bool) -> list[Row]:
    from benchmarks.debrief import rows

    return rows(is_short=is_short)


def chance(*, is_short: bool) -> list[Row]:
    from benchmarks.chance import rows

    return rows(is_short=is_short)


def fade(*, is_short: bool) -> list[Row]:
    from benchmarks.fade import rows

    return rows(is_short=is_short)


def statistics(*, is_short: bool) -> list[Row]:
    from benchmarks.statistics import rows

    return rows(is_short=is_short)


def region_merge(*, is_short: bool) -> list[Row]:
    from benchmarks.region_merge import rows

    return rows(is_short=is_short)


def region_views(*, is_short: bool) -> list[Row]:
    from benchmarks.region_views import rows

    return rows(is_short=is_short)


def sessions(*, is_short: bool) -> list[Row]:
    from benchmarks.sessions import rows

    return rows(is_short=is_short)


def workshop(*, is_short: bool) -> list[Row]:
    from benchmarks.workshop import rows

    return rows(is_short=is_short)


MEASURES = {
    "first_paint": first_paint,
    "deck": deck,
    "kit": kit,
    "desk": desk,
    "bands": bands,
    "check": check,
    "act": act,
    "scan": scan,
    "countdown_cpu": countdown_cpu,
    "countdown_error": countdown_error,
    "resume": resume,
    "soak": soak,
    "stuck_light": stuck_light,
    "chance": chance,
    "fade": fade,
    "statistics": statistics,
    "region_views": region_views,
    "region_merge": region_merge,
    "region_push": region_push,
    "sessions": sessions,
    "debrief": debrief,
    "workshop": workshop,
}


def main(arguments: list[str]) -> None:
    found = MEASURES[arguments[0]](is_short="--short" in arguments)
    sys.stdout.write(json.dumps([asdict(row) for row in found]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
