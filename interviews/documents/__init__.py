"""The document door: old interviews, minutes and plans become text a person can accept."""
