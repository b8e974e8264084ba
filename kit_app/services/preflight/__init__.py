"""What is tried before a game, each as one line that says how it is and what to do."""
