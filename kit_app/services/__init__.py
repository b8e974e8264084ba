"""Use cases that join the lower layers for one intention of the facilitator."""
