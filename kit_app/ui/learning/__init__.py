"""The questionnaires of a session: sheets typed in, answered on this computer, and what was learnt."""
