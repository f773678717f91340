"""Consultations, themes, sites and guides."""

from sqlalchemy import ColumnElement, Connection, delete, or_, select

from guides.model import Guide
from interviews.model import Consultation, Site, Theme
from storage import rows, tables
from storage.errors import Unknown
from storage.guide_text import read_guide, write_guide


class Consultations:
    """The part of the store that holds what a consultation is made of."""

    conn: Connection
    erased: bool

    def add_consultation(self, consultation: Consultation) -> None:
        rows.add(self.conn, tables.consultations, [consultation])

    def update_consultation(self, consultation: Consultation) -> None:
        rows.save(self.conn, tables.consultations, consultation)

    def consultations(self) -> tuple[Consultation, ...]:
        t = tables.consultations
        return rows.fetch(self.conn, t, Consultation, order=[t.c.name])

    def consultation(self, key: str) -> Consultation:
        """Raises Unknown."""
        return rows.fetch_one(self.conn, tables.consultations, Consultation, key)

    def consultation_named(self, name: str) -> Consultation | None:
        t = tables.consultations
        found = rows.fetch(self.conn, t, Consultation, t.c.name == name)
        return found[0] if found else None

    def delete_consultation(self, key: str) -> None:
        """Everything of it, for good."""
        rows.remove(self.conn, tables.consultations, key)
        self.erased = True

    def themes(self, consultation_id: str) -> tuple[Theme, ...]:
        t = tables.themes
        return rows.fetch(
            self.conn,
            t,
            Theme,
            t.c.consultation_id == consultation_id,
            order=[t.c.position, t.c.key],
        )

    def save_theme(self, theme: Theme) -> None:
        rows.save(self.conn, tables.themes, theme)

    def delete_theme(self, key: str) -> None:
        rows.remove(self.conn, tables.themes, key)

    def sites(self, consultation_id: str) -> tuple[Site, ...]:
        t = tables.sites
        return rows.fetch(
            self.conn, t, Site, t.c.consultation_id == consultation_id, order=[t.c.name]
        )

    def save_site(self, site: Site) -> None:
        rows.save(self.conn, tables.sites, site)

    def delete_site(self, key: str) -> None:
        """Interviews held there stay, without a site."""
        rows.remove(self.conn, tables.sites, key)

    def save_guide(self, consultation_id: str | None, guide: Guide) -> None:
        """Keep one version of a guide; the same version twice replaces the text.

        Whoever calls makes sure that a version in use is not changed (`guide_in_use`).
        """
        t = tables.guides
        same = (t.c.guide_id == guide.id) & (t.c.version == guide.version)
        self.conn.execute(delete(t).where(same, t.c.consultation_id == consultation_id))
        self.conn.execute(
            t.insert().values(
                consultation_id=consultation_id,
                guide_id=guide.id,
                version=guide.version,
                content=write_guide(guide),
            )
        )

    def guides(self, consultation_id: str) -> tuple[Guide, ...]:
        """The newest version of each guide of the consultation, in the order they were added."""
        t = tables.guides
        query = select(t.c.content).where(_seen_by(consultation_id)).order_by(t.c.version, t.c.row)
        newest: dict[str, Guide] = {}
        for text in self.conn.execute(query).scalars():
            guide = read_guide(text)
            newest[guide.id] = guide
        return tuple(newest.values())

    def guide(self, consultation_id: str, guide_id: str, version: int) -> Guide:
        """Raises Unknown."""
        t = tables.guides
        where = (t.c.guide_id == guide_id) & (t.c.version == version)
        query = select(t.c.content).where(where, _seen_by(consultation_id))
        text = self.conn.execute(query.order_by(t.c.row.desc()).limit(1)).scalar()
        if text is None:
            raise Unknown("guide", f"{guide_id} {version}")
        return read_guide(text)

    def guide_versions(self, consultation_id: str, guide_id: str) -> tuple[Guide, ...]:
        """All versions of one guide, oldest first."""
        t = tables.guides
        query = select(t.c.content).where(t.c.guide_id == guide_id, _seen_by(consultation_id))
        texts = self.conn.execute(query.order_by(t.c.version)).scalars()
        return tuple(read_guide(text) for text in texts)

    def guide_in_use(self, consultation_id: str, guide_id: str, version: int) -> bool:
        """Whether an interview of the consultation followed this version."""
        t = tables.interviews
        query = select(t.c.guides).where(t.c.consultation_id == consultation_id)
        wanted = {"guide_id": guide_id, "version": version}
        return any(wanted in refs for refs in self.conn.execute(query).scalars())


def _seen_by(consultation_id: str) -> ColumnElement[bool]:
    t = tables.guides
    return or_(t.c.consultation_id == consultation_id, t.c.consultation_id.is_(None))
