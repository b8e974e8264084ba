"""The projected window: pages that show a `PlayerView` and nothing else."""
