"""The questionnaires, as a person types them in and sees what they say."""
