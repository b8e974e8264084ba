"""What outlives the pages of one language: what was typed and cannot be stored yet, and what was open."""

from dataclasses import dataclass, field

from kit_app.domain.plan import SessionPlan


@dataclass(slots=True)
class Drafts:
    """`unkept` by session id; `new` are the ids of sessions that were never stored.

    `section` is the section of the settings that is open; empty before the first look.
    """

    unkept: dict[str, SessionPlan] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    section: str = ""

    def remember_section(self, section: str) -> None:
        """Note which section of the settings is open."""
        self.section = section
