"""Try many things at once and tell each as soon as it is known; what hangs is cut off and said so."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread, Timer

from kit_app.i18n import Catalogue
from kit_app.services.preflight.finding import Finding
from kit_app.services.preflight_lines import TOPICS

log = logging.getLogger(__name__)

USUAL_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What is tried for a line, and how long it may take. `work` holds no connection and no widget."""

    ident: str
    work: Callable[[], Finding]
    limit_s: float = USUAL_S


Answers = SimpleQueue[tuple[str, Finding | None]]


def try_all(checks: Sequence[Check], tell: Callable[[Finding], None], t: Catalogue) -> None:
    """Try every check in a thread of its own; `tell` is called here, once a check, the quickest first.

    Returns when all have answered or their time is up. A thread that hangs is left behind: it holds nothing.
    """
    answers: Answers = SimpleQueue()
    waiting = {check.ident: check for check in checks}
    clocks = [Timer(check.limit_s, answers.put, ((check.ident, None),)) for check in checks]
    for clock in clocks:
        clock.daemon = True
        clock.start()
    for check in checks:
        Thread(target=_try, args=(check, answers), name=f"check {check.ident}", daemon=True).start()
    while waiting:
        ident, finding = answers.get()
        check_or_none = waiting.pop(ident, None)
        if check_or_none is not None:
            tell(finding or _not_tried(ident, t))
    for clock in clocks:
        clock.cancel()


def _try(check: Check, answers: Answers) -> None:
    finding = None
    try:
        finding = check.work()
    finally:  # an unforeseen fault is logged by Python; its line must not be waited for
        answers.put((check.ident, finding))


def _not_tried(ident: str, t: Catalogue) -> Finding:
    log.warning("a check did not answer: %s", ident)
    return Finding(
        ident=ident,
        topic=t("{topic}: this could not be tried", topic=t(TOPICS[ident])),
        level="warn",
        text=t("The computer did not answer in time. Look for yourself, or check again."),
    )
