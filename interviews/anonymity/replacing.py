"""Put a role or a kind where a name stood."""

from collections.abc import Iterable


def replace(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """Return `text` with each text[start:end] replaced, in any order given.

    Where edits overlap they become one stretch that carries the replacement of the longest edit
    (the first of equals), so that no part of either original is left. Offsets are characters of
    `text` as given. Raises ValueError for an edit outside the text or one that ends before it
    starts.
    """
    stretches: list[tuple[int, int, int, str]] = []
    for start, end, replacement in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"edit {start}-{end} lies outside a text of {len(text)} characters")
        if stretches and start < stretches[-1][1]:
            first, last, longest, kept = stretches[-1]
            wins = end - start > longest
            stretches[-1] = (
                first,
                max(last, end),
                max(longest, end - start),
                replacement if wins else kept,
            )
        else:
            stretches.append((start, end, end - start, replacement))
    for start, end, _, replacement in reversed(stretches):
        text = text[:start] + replacement + text[end:]
    return text
