"""What a facilitator would name: kits, plans, facilities, teams, settings. Values only."""
