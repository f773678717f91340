"""Setting up a consultation: its themes, sites and guides."""

import re
import uuid
from collections.abc import Iterable, Sequence
from typing import Protocol

from guides.loader import load_themes
from guides.model import Guide
from interviews.model import Consultation, FindingKind, Site, SiteKind, Theme

NEVER_IN_NAMES = (
    FindingKind.CPR,
    FindingKind.PHONE,
    FindingKind.EMAIL,
    FindingKind.DATE_OF_BIRTH,
)
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})


class NameTaken(ValueError):
    """There is already a consultation with this name."""

    code = "name_taken"


class NameMissing(ValueError):
    """Something that needs a name was given none."""

    code = "name_missing"


class NameTelling(ValueError):
    """A site's name holds a number, a mail address or a birth date: it is printed and sent out."""

    code = "name_telling"


class SetupStore(Protocol):
    """What setting up needs of the store."""

    def add_consultation(self, consultation: Consultation) -> None: ...
    def consultation_named(self, name: str) -> Consultation | None: ...
    def save_theme(self, theme: Theme) -> None: ...
    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def save_site(self, site: Site) -> None: ...
    def save_guide(self, consultation_id: str | None, guide: Guide) -> None: ...


def new_id() -> str:
    """A random id: 32 hexadecimal digits that say nothing about time or order."""
    return uuid.uuid4().hex


def slug(name: str, taken: Iterable[str] = ()) -> str:
    """An ASCII key for a name, not among `taken`."""
    plain = name.strip().lower().translate(LETTERS)
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40] or "emne"
    used, key, n = set(taken), base, 2
    while key in used:
        key, n = f"{base}_{n}", n + 1
    return key


def create_consultation(
    store: SetupStore,
    name: str,
    municipality: str,
    themes: Sequence[Theme],
    guides: Sequence[Guide] = (),
    *,
    is_demo: bool = False,
) -> Consultation:
    """A new consultation with copies of `themes` and `guides`. Raises NameMissing, NameTaken."""
    name = " ".join(name.split())
    if not name:
        raise NameMissing(name)
    if store.consultation_named(name):
        raise NameTaken(name)
    made = Consultation(new_id(), name, municipality.strip(), is_demo=is_demo)
    store.add_consultation(made)
    for position, theme in enumerate(themes):
        copy = Theme(
            new_id(),
            made.id,
            theme.key,
            theme.name,
            theme.description,
            theme.examples,
            theme.seed_words,
            position,
        )
        store.save_theme(copy)
    for guide in guides:
        store.save_guide(made.id, guide)
    return made


def add_theme(
    store: SetupStore,
    consultation_id: str,
    name: str,
    description: str = "",
    examples: Sequence[str] = (),
    seed_words: Sequence[str] = (),
) -> Theme:
    """A theme of the consultation's own. Raises NameMissing."""
    if not name.strip():
        raise NameMissing(name)
    there = store.themes(consultation_id)
    key = slug(name, (theme.key for theme in there))
    theme = Theme(
        new_id(),
        consultation_id,
        key,
        name.strip(),
        description.strip(),
        tuple(examples),
        tuple(seed_words),
        len(there),
    )
    store.save_theme(theme)
    return theme


def add_site(
    store: SetupStore,
    consultation_id: str,
    name: str,
    kind: SiteKind = SiteKind.OTHER,
    planned: int | None = None,
) -> Site:
    """A place where citizens are met. Raises NameMissing and NameTelling."""
    site = Site(new_id(), consultation_id, site_name(name), kind, planned)
    store.save_site(site)
    return site


def site_name(typed: str) -> str:
    """The name of a site as it is kept. Raises NameMissing and NameTelling."""
    name = " ".join(typed.split())
    if not name:
        raise NameMissing(typed)
    from interviews import anonymity  # its lists load at first use, not with this module

    if any(finding.kind in NEVER_IN_NAMES for finding in anonymity.check(name)):
        raise NameTelling
    return name


def shared_themes() -> tuple[Theme, ...]:
    """The five shared themes with their texts, to copy into a consultation."""
    return tuple(
        Theme("", "", t.key, t.name.da, t.description, t.examples, t.seed_words)
        for t in load_themes()
    )
