"""The console, clicked and typed on."""
