"""The plan on its way to Word and back: what was changed there, and what a person takes over."""
