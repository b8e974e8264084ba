"""Rules, readers, storage and services, one module each."""
