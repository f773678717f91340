"""The anonymity guard: what in a text may give a person away, and how to put a role in its place.

`check(text)` returns findings; `replace(text, edits)` returns the text with each of them replaced.
Importing this package is cheap; lists and models load at the first `check`.
"""

from interviews.anonymity.guard import LAYERS, QUICK, THOROUGH, check
from interviews.anonymity.replacing import replace

__all__ = ["LAYERS", "QUICK", "THOROUGH", "check", "replace"]
