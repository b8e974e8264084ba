"""The rules of a run: commands, events, state, results. Pure: no clock, no disk."""
