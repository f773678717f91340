"""The small pieces of an outline: excerpts and references, made only here."""

from collections import defaultdict
from collections.abc import Iterable

from exports.model import Base, Excerpt, LeftOut, Reference, Use
from exports.text import repeats
from interviews.model import Statement
from strategy.model import DigestLine, InitiativeProposal, Quote, Stance, TargetKind

_STANCES = (Stance.SUPPORTS, Stance.NUANCES, Stance.CONTRADICTS)


class Parts:
    """Looks statements and links up while an outline is drawn, and notes what is left out.

    Only current versions of statements are used: what points at an older one is left out
    ("outdated") until somebody looks at it again.
    """

    def __init__(self, base: Base, is_draft: bool) -> None:
        self.is_draft = is_draft
        self.said: dict[str, Statement] = {s.id: s for s in base.statements}
        self._too_telling = base.too_telling
        self.left_out: dict[LeftOut, None] = {}
        self._released: dict[str, list[Quote]] = defaultdict(list)
        for quote in base.quotes:
            self._released[quote.statement_id].append(quote)
        self._behind: dict[tuple[TargetKind, str], list[Reference]] = defaultdict(list)
        for link in base.links:
            if reference := self.reference(link.statement_id, link.stance):
                self._behind[link.target_kind, link.target_id].append(reference)
            else:
                self.leave_out(link.id, "outdated")

    def leave_out(self, label: str, reason: str) -> None:
        """Remember that something could not be taken."""
        self.left_out[LeftOut(label, reason)] = None

    def reference(self, statement_id: str, stance: Stance = Stance.SUPPORTS) -> Reference | None:
        """A printed number of the statement; None when it is no current version."""
        said = self.said.get(statement_id)
        return Reference(said.id, said.number, stance) if said else None

    def references(self, statement_ids: Iterable[str]) -> tuple[Reference, ...]:
        """Printed numbers of those of the statements that are current, in number order."""
        found = {r for i in statement_ids if (r := self.reference(i))}
        return tuple(sorted(found, key=lambda r: r.number))

    def behind(self, kind: TargetKind, target_id: str) -> tuple[Reference, ...]:
        """The statements tied to a goal or initiative: supporting first, then by number."""
        found = set(self._behind[kind, target_id])
        return tuple(sorted(found, key=lambda r: (_STANCES.index(r.stance), r.number)))

    def line(self, line: DigestLine, approved: bool) -> Excerpt | None:
        """One line of a digest, if it may be printed: quotable, current, and approved or draft."""
        said = self.said.get(line.statement_id)
        if said is None:
            self.leave_out(line.statement_id, "outdated")
        elif not self._may_stand(said):
            self.leave_out(said.label, "not_quotable" if not said.quotable else "too_small")
        elif not approved and not self.is_draft:
            self.leave_out(said.label, "not_approved")
        else:
            text = said.text[line.start : line.end]
            return Excerpt(said.id, said.number, line.start, line.end, text, Use.DIGEST)
        return None

    def quote(self, quote: Quote) -> Excerpt | None:
        """A released quote as it was released; the check compares it with the statement."""
        said = self.said.get(quote.statement_id)
        if said is None:
            self.leave_out(quote.id, "outdated")
        elif not self._may_stand(said):
            self.leave_out(said.label, "not_quotable" if not said.quotable else "too_small")
        else:
            return Excerpt(said.id, said.number, quote.start, quote.end, quote.text, Use.QUOTE)
        return None

    def repeats_the_unquotable(self, proposal: InitiativeProposal) -> bool:
        """Whether a proposal is worded as a statement that may not be printed word for word."""
        said = (self.said.get(i) for i in proposal.statement_ids)
        return any(s and not s.quotable and repeats(proposal.text, s.text) for s in said)

    def whole(self, said: Statement) -> Excerpt | None:
        """The whole statement for a sheet; None where it may not be printed.

        In a final file the longest part that is released.
        """
        if not self._may_stand(said):
            return None
        if self.is_draft:
            return Excerpt(said.id, said.number, 0, len(said.text), said.text, Use.ANNEX)
        parts = [q for q in self._released[said.id] if q.text == said.text[q.start : q.end]]
        if not parts:
            return None
        longest = max(parts, key=lambda quote: quote.end - quote.start)
        return Excerpt(said.id, said.number, longest.start, longest.end, longest.text, Use.QUOTE)

    def in_annex(self, said: Statement) -> Excerpt | None:
        """The same for the annex, where what is missing is told: somebody has to release it."""
        excerpt = self.whole(said)
        if excerpt is None and self._may_stand(said):
            self.leave_out(said.label, "not_released")
        return excerpt

    def _may_stand(self, said: Statement) -> bool:
        """The citizen said yes, and the words do not name a place where few were met."""
        return said.quotable and said.id not in self._too_telling
