"""Recognisers for structured identifiers: a pattern, a validator, a link to the definition."""
