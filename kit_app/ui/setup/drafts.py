"""What was typed of sessions and cannot be stored yet; it outlives the page that shows it."""

from dataclasses import dataclass, field

from kit_app.domain.plan import SessionPlan


@dataclass(slots=True)
class Drafts:
    """`unkept` by session id; `new` are the ids of sessions that were never stored."""

    unkept: dict[str, SessionPlan] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
