"""The sentences of a session's own language, for what is printed of it."""

from kit_app.assets import resources_dir
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue, load


def materials_of(plan: SessionPlan) -> Catalogue:
    """The catalogue of the language of the session's materials."""
    return load(resources_dir() / "i18n", plan.language)
