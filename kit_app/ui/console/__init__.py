"""The facilitator's screen during a run."""
