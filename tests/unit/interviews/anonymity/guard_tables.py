"""What the recogniser tests share: the strings a text's findings cover, by kind."""

from interviews.anonymity import check
from interviews.model import Certainty


def found(text, kind=None, layers=None, hints=False):
    """The covered strings of `text`, in order; only of `kind` where one is given."""
    return [
        text[one.start : one.end]
        for one in check(text, layers=layers)
        if (kind is None or one.kind is kind) and (hints or one.certainty is not Certainty.HINT)
    ]
