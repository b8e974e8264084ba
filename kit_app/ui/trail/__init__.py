"""What is done once a game is over: certificates, sheets, reports, corrections, games typed in from paper."""
