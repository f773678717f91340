"""One statement with what the machine suggests, as a card that answers on its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from analysis.decide import decide
from analysis.model import (
    Aspect,
    Decision,
    KindSuggestion,
    Reason,
    Tag,
    TagSuggestion,
    ThemeSuggestion,
)
from interviews.model import Kind, Statement
from storage import Store, open_store
from views.common import kind_name, plain, role
from views.translate import _

NO_THEME = ""


@dataclass(frozen=True)
class Card:
    """A statement, what is suggested for it, and what people have decided so far."""

    statement: Statement
    theme: ThemeSuggestion | None
    tags: tuple[TagSuggestion, ...]
    kind: KindSuggestion | None
    decisions: tuple[Decision, ...]
    book: dict[str, Tag]

    @property
    def confidence(self) -> float:
        """How sure the machine is of the theme."""
        return self.theme.confidence if self.theme else 0.0

    def decided(self, aspect: Aspect) -> list[str]:
        """The values people accepted for one aspect, the newest last."""
        accepted: dict[str, bool] = {}
        for d in self.decisions:
            if d.aspect is aspect:
                accepted.pop(d.value, None)
                accepted[d.value] = d.accepted
        return [value for value, yes in accepted.items() if yes]

    def theme_now(self) -> str:
        """The theme to show first: decided, else suggested, else the one it was said under."""
        if chosen := self.decided(Aspect.THEME):
            return chosen[-1]
        if self.theme:
            return self.theme.theme_key or NO_THEME
        return self.statement.theme_key or NO_THEME

    def tags_now(self) -> list[str]:
        """Decided tags, else the surest suggestion."""
        if any(d.aspect is Aspect.TAG for d in self.decisions):
            return self.decided(Aspect.TAG)
        return [t.tag_key for t in self.tags[:1]]

    def kind_now(self) -> Kind | None:
        """Decided kind, else the interviewer's, else the machine's."""
        if chosen := self.decided(Aspect.KIND):
            return Kind(chosen[-1])
        return self.statement.kind or (self.kind.kind if self.kind else None)

    def proposal_now(self) -> bool:
        """Whether it asks for something: decided, else the machine's guess."""
        if chosen := self.decided(Aspect.PROPOSAL):
            return chosen[-1] == "yes"
        return bool(self.kind and self.kind.is_proposal)


def read_cards(store: Store, consultation_id: str, ids: Iterable[str]) -> list[Card]:
    """The cards of the statements with these ids, in that order."""
    wanted = list(ids)
    said = store.statements_by_id(wanted)
    book = {t.key: t for t in store.tags(consultation_id)}
    themes = {s.statement_id: s for s in store.theme_suggestions(consultation_id, wanted)}
    kinds = {s.statement_id: s for s in store.kind_suggestions(consultation_id, wanted)}
    tags = store.tag_suggestions(consultation_id, wanted)
    decisions = store.decisions(consultation_id, wanted)
    return [
        Card(
            said[key],
            themes.get(key),
            tuple(t for t in tags if t.statement_id == key),
            kinds.get(key),
            tuple(d for d in decisions if d.statement_id == key),
            book,
        )
        for key in wanted
    ]


def approve(
    one: Card,
    theme: str | None = None,
    tags: Iterable[str] | None = None,
    kind: Kind | None = None,
    proposal: bool | None = None,
) -> None:
    """Record what a person says of a card; what is left out is as the card shows it."""
    theme = one.theme_now() if theme is None else theme
    chosen = set(one.tags_now() if tags is None else tags)
    kind = kind or one.kind_now()
    proposal = one.proposal_now() if proposal is None else proposal
    values = [(Aspect.THEME, theme, True)]
    if one.theme and (one.theme.theme_key or NO_THEME) != theme:
        values.insert(0, (Aspect.THEME, one.theme.theme_key or NO_THEME, False))
    offered = dict.fromkeys([t.tag_key for t in one.tags] + sorted(chosen))
    values += [(Aspect.TAG, key, key in chosen) for key in offered]
    if kind:
        values.append((Aspect.KIND, kind.value, True))
    values.append((Aspect.PROPOSAL, "yes" if proposal else "no", True))
    by = role()
    with open_store() as store:
        for aspect, value, accepted in values:
            decide(store, [one.statement.id], aspect, value, by, accepted=accepted)


def marked(text: str, reasons: Iterable[Reason]) -> str:
    """The text, safe in markdown, with the words that decided in bold."""
    parts, here = [], 0
    for reason in sorted(reasons, key=lambda r: r.start):
        if reason.start < here or reason.weight <= 0 or not text[reason.start : reason.end].strip():
            continue
        word = plain(text[reason.start : reason.end])
        parts += [plain(text[here : reason.start]), f"**{word}**"]
        here = reason.end
    return re.sub(r"\*\*\*\*", "", "".join([*parts, plain(text[here:])]))


@st.fragment
def card(one: Card, names: dict[str | None, str]) -> None:
    """Draw one card; a tap redraws only this card."""
    key = one.statement.id
    with st.container(border=True, key=f"card_{key}"):
        if st.session_state.get(f"approved_{key}"):
            st.markdown(f"✓ **{one.statement.label}** · {names.get(one.theme_now() or None)}")
            return
        said = one.statement
        st.markdown(
            f"**{said.label}** · " + marked(said.text, one.theme.reasons if one.theme else ())
        )
        options = [k for k in names if k] + [NO_THEME]
        theme = st.segmented_control(
            _("Tema"),
            options,
            default=one.theme_now() if one.theme_now() in options else NO_THEME,
            format_func=lambda k: names[k or None],
            key=f"theme_{key}",
            required=True,
        )
        st.caption(_why(one, names))
        tags = _tag_choice(one)
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        now = one.kind_now()
        kind = left.segmented_control(
            _("Art"),
            [k.value for k in Kind],
            default=now.value if now else None,
            format_func=kind_name,
            key=f"kind_{key}",
        )
        proposal = right.toggle(_("Et forslag"), one.proposal_now(), key=f"proposal_{key}")
        if st.button(_("Godkend"), type="primary", key=f"approve_{key}"):
            approve(one, theme or NO_THEME, tags, Kind(kind) if kind else None, proposal)
            st.session_state[f"approved_{key}"] = True
            st.rerun(scope="fragment")


def _why(one: Card, names: dict[str | None, str]) -> str:
    if not one.theme:
        return _("Maskinen kan ikke sige noget om dette udsagn.")
    words = ", ".join(f"»{r.word}«" for r in one.theme.reasons[:4] if r.weight > 0)
    text = _("Maskinen: {theme}, {share} sikker").format(
        theme=names.get(one.theme.theme_key, names[None]), share=f"{one.theme.confidence:.0%}"
    )
    if one.theme.second_key:
        text += _("; ellers {theme}").format(theme=names.get(one.theme.second_key, ""))
    return plain(text + (_(" · på grund af {words}").format(words=words) if words else ""))


def _tag_choice(one: Card) -> list[str]:
    """The suggested tags as pills, and the rest of the codebook in a list."""
    offered = list(dict.fromkeys([*(t.tag_key for t in one.tags), *one.tags_now()]))
    offered = [k for k in offered if k in one.book]
    chosen = (
        st.pills(
            _("Koder"),
            offered,
            selection_mode="multi",
            default=[k for k in one.tags_now() if k in offered],
            format_func=lambda k: one.book[k].name,
            key=f"tags_{one.statement.id}",
        )
        if offered
        else []
    )
    leaves = [k for k, t in one.book.items() if t.parent_key and k not in offered]
    more = (
        st.multiselect(
            _("Flere koder"),
            leaves,
            format_func=lambda k: one.book[k].name,
            key=f"more_{one.statement.id}",
            placeholder=_("Vælg i kodebogen"),
            label_visibility="collapsed",
        )
        if leaves
        else []
    )
    return [*chosen, *more]
