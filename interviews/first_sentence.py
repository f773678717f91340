"""The first sentence of a text that people wrote, for where there is room for one."""

from language.sentences import sentences


def first_sentence(text: str) -> str:
    """`text` to the end of its first sentence, "" for a blank one; "ca.", "jf." end none."""
    text = text.strip()
    return text[: sentences(text)[0][1]] if text else ""
