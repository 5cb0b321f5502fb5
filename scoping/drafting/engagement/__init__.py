"""Step engagement: title, time, money's currency, language of the document."""
