"""Goals and initiatives of other plans, kept as a catalogue to learn from."""
