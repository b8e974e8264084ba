"""The projected screen; it cannot reach the answers."""
