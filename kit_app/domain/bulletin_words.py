"""What the fields of an alert bulletin are called, on screens and on paper; how far it may be shared."""

from collections.abc import Mapping

from kit_app.domain.bulletin import Tlp, Urgency
from kit_app.i18n import N_

LABELS: Mapping[str, str] = {
    "title": N_("Title"),
    "concerned": N_("Who is concerned"),
    "happening": N_("What is happening"),
    "actions": N_("What you do"),
    "avoid": N_("What you do not do"),
    "signs": N_("Signs to know"),
    "tell": N_("Whom to tell"),
    "source": N_("Source and date"),
    "valid_until": N_("Valid until"),
    "relayed_by": N_("Relayed by"),
}
URGENCIES: Mapping[Urgency, str] = {
    "info": N_("For information"),
    "week": N_("Act this week"),
    "now": N_("Act now"),
}
WHEN: Mapping[Urgency, str] = {"info": N_("To know"), "week": N_("This week"), "now": N_("Now")}
"""The same in few words, under “When to act”."""
TLP_LABELS: Mapping[Tlp, str] = {
    "red": "TLP:RED",
    "amber": "TLP:AMBER",
    "green": "TLP:GREEN",
    "clear": "TLP:CLEAR",
}
"""The labels of the Traffic Light Protocol 2.0, which are the same in every language."""
TLP_COLOURS: Mapping[Tlp, str] = {
    "red": "#FF2B2B",
    "amber": "#FFC000",
    "green": "#33FF00",
    "clear": "#FFFFFF",
}
"""The colours that the protocol gives its labels, on black."""
TLP_MEANINGS: Mapping[Tlp, str] = {
    "red": N_("for the people named only; it goes no further"),
    "amber": N_("for the organisation, and its clients who need it"),
    "green": N_("for the community; not to be published"),
    "clear": N_("for everybody, without limit"),
}
