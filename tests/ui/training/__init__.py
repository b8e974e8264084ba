"""Learning to facilitate, by clicks and keys."""
