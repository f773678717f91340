"""The tables. Nobody outside storage imports them; nothing here that PostgreSQL cannot hold."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> "Column[str]":
    return Column("id", String(32), primary_key=True)


def _ref(name: str, target: str, *, null: bool = False, key: bool = False) -> "Column[str]":
    """A reference that is deleted with what it refers to."""
    parent = ForeignKey(f"{target}.id", ondelete="CASCADE")
    return Column(name, String(32), parent, nullable=null, primary_key=key, index=not key)


def _text(name: str) -> "Column[str]":
    return Column(name, Text, nullable=False, default="")


def _json(name: str, empty: str | None = None) -> "Column[object]":
    """`empty` is what rows of an older base hold: "[]" for a list they have none of."""
    return Column(name, JSON, nullable=False, server_default=empty)


def _word(name: str, length: int = 40, *, null: bool = False) -> "Column[str]":
    return Column(name, String(length), nullable=null)


def _count(name: str = "position") -> "Column[int]":
    return Column(name, Integer, nullable=False, default=0)


consultations = Table(
    "consultations",
    metadata,
    _id(),
    Column("name", String(200), nullable=False, unique=True),
    _word("municipality", 200),
    _word("status", 20),
    Column("is_demo", Boolean, nullable=False, default=False),
)
themes = Table(
    "themes",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _word("key", 60),
    _word("name", 200),
    _text("description"),
    _json("examples"),
    _json("seed_words"),
    _count(),
    UniqueConstraint("consultation_id", "key"),
)
sites = Table(
    "sites",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _word("name", 200),
    _word("kind", 20),
    Column("planned", Integer),
)
guides = Table(
    "guides",
    metadata,
    Column("row", Integer, primary_key=True),
    _ref("consultation_id", "consultations", null=True),
    _word("guide_id", 60),
    _count("version"),
    _text("content"),
    UniqueConstraint("consultation_id", "guide_id", "version"),
)
drafts = Table(
    "drafts",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _word("updated_on", 10),
    Column("sealed", LargeBinary, nullable=False),
)
interviews = Table(
    "interviews",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    Column("site_id", String(32), ForeignKey("sites.id", ondelete="SET NULL"), index=True),
    Column("month", String(7)),
    Column("participants", Integer),
    _word("origin", 20),
    _json("guides"),
    Column("consented", Boolean),
    Column("age_band", String(20)),
    Column("gender", String(20)),
    Column("handed_in_by", String(20)),
    CheckConstraint("participants is null or participants > 0", name="people"),
)
statements = Table(
    "statements",
    metadata,
    _id(),
    _count("number"),
    _ref("consultation_id", "consultations"),
    _ref("interview_id", "interviews"),
    _text("text"),
    Column("theme_key", String(60)),
    Column("question_key", String(60)),
    Column("kind", String(20)),
    _word("wording", 20),
    Column("quotable", Boolean, nullable=False),
    _count("version"),
    Column("replaces", String(32), ForeignKey("statements.id", ondelete="SET NULL")),
    Column("is_current", Boolean, nullable=False, default=True),
    UniqueConstraint("consultation_id", "number", "version"),
)
tags = Table(
    "tags",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _word("key", 60),
    _word("name", 200),
    Column("parent_key", String(60)),
    Column("theme_key", String(60)),
    _text("definition"),
    _text("include"),
    _text("exclude"),
    _json("examples"),
    _count(),
    UniqueConstraint("consultation_id", "key"),
)
runs = Table(
    "runs",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _word("model", 120),
    _word("version", 40),
    _word("day", 10),
    _count("statements"),
    _json("unprocessed"),
)
theme_suggestions = Table(
    "theme_suggestions",
    metadata,
    _ref("statement_id", "statements", key=True),
    Column("theme_key", String(60)),
    Column("confidence", Float, nullable=False),
    Column("second_key", String(60)),
    Column("second_confidence", Float, nullable=False),
    _json("reasons"),
    _word("model", 120),
)
tag_suggestions = Table(
    "tag_suggestions",
    metadata,
    _ref("statement_id", "statements", key=True),
    Column("rank", Integer, primary_key=True),
    _word("tag_key", 60),
    Column("confidence", Float, nullable=False),
    _json("reasons"),
    _word("model", 120),
)
kind_suggestions = Table(
    "kind_suggestions",
    metadata,
    _ref("statement_id", "statements", key=True),
    _word("kind", 20),
    Column("confidence", Float, nullable=False),
    Column("is_proposal", Boolean, nullable=False),
    Column("proposal_confidence", Float, nullable=False),
    _json("reasons"),
    _word("model", 120),
)
decisions = Table(
    "decisions",
    metadata,
    Column("row", Integer, primary_key=True),
    _ref("statement_id", "statements"),
    _word("aspect", 20),
    _word("value", 60),
    Column("accepted", Boolean, nullable=False),
    _word("role", 20),
    _word("day", 10),
)
clusters = Table(
    "clusters",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    Column("theme_key", String(60)),
    _count(),
    _json("key_terms"),
    _json("statement_ids"),
    _json("typical_ids"),
    _json("dissenting_ids"),
    Column("name", String(200)),
    Column("edited", Boolean, nullable=False),
    Column("is_rest", Boolean, nullable=False),
)
cluster_history = Table(
    "cluster_history",
    metadata,
    Column("row", Integer, primary_key=True),
    _ref("consultation_id", "consultations"),
    _json("clusters"),
)
points = Table(
    "points",
    metadata,
    _ref("statement_id", "statements", key=True),
    Column("x", Float, nullable=False),
    Column("y", Float, nullable=False),
)
vectors = Table(
    "vectors",
    metadata,
    _ref("statement_id", "statements", key=True),
    Column("model", String(120), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)
goals = Table(
    "goals",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _count("number"),
    _word("theme_key", 60),
    _text("text"),
    _text("indicator"),
    _text("baseline"),
    _text("target"),
    Column("year", Integer),
    _count(),
    _json("came_from", "[]"),
    UniqueConstraint("consultation_id", "number"),
)
initiatives = Table(
    "initiatives",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _count("number"),
    _word("theme_key", 60),
    _text("text"),
    Column("goal_id", String(32), ForeignKey("goals.id", ondelete="SET NULL")),
    _text("responsible"),
    _text("partners"),
    _text("start"),
    _text("end"),
    _text("indicator"),
    _text("cost"),
    _word("status", 20),
    _word("origin", 20),
    _text("no_evidence_reason"),
    _count(),
    _json("milestones", "[]"),
    _json("came_from", "[]"),
    UniqueConstraint("consultation_id", "number"),
)
evidence_links = Table(
    "evidence_links",
    metadata,
    _id(),
    _ref("statement_id", "statements"),
    _word("target_kind", 20),
    Column("target_id", String(32), nullable=False, index=True),
    _word("stance", 20),
    _text("reason"),
    _word("role", 20),
    _word("day", 10),
    UniqueConstraint("statement_id", "target_id"),
)
initiative_proposals = Table(
    "initiative_proposals",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _word("theme_key", 60),
    _text("text"),
    _json("statement_ids"),
    Column("cluster_id", String(32)),
    _word("model", 120),
    _word("day", 10),
    Column("taken_over_by", String(32)),
    Column("dismissed", Boolean, nullable=False),
)
digests = Table(
    "digests",
    metadata,
    _ref("consultation_id", "consultations", key=True),
    Column("theme_key", String(60), primary_key=True),
    _json("lines"),
    _word("origin", 20),
    _word("day", 10),
)
quotes = Table(
    "quotes",
    metadata,
    _id(),
    _ref("statement_id", "statements"),
    _count("start"),
    _count("end"),
    _text("text"),
    _word("released_by", 20),
    _word("released_on", 10),
    Column("annex_only", Boolean, nullable=False, server_default=false()),
)
not_answered = Table(
    "not_answered",
    metadata,
    _ref("statement_id", "statements", key=True),
    _text("reason"),
    _word("role", 20),
    _word("day", 10),
)
settings = Table(
    "settings",
    metadata,
    _ref("id", "consultations", key=True),
    _count("k"),
    _count("draft_days"),
    _word("frozen_on", 10),
    _word("delete_on", 10),
    Column("ask_age", Boolean, nullable=False, server_default=false()),
    Column("ask_gender", Boolean, nullable=False, server_default=false()),
    _json("allowed_words", "[]"),
)
harmless = Table(
    "harmless",
    metadata,
    _ref("statement_id", "statements", key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    _text("reason"),
    _word("role", 20),
    _word("day", 10),
)
withdrawals = Table(
    "withdrawals",
    metadata,
    _ref("interview_id", "interviews", key=True),
    Column("hash", LargeBinary, nullable=False, index=True),
)
audit = Table(
    "audit",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String(32), nullable=False),
    Column("consultation_id", String(32), nullable=False, index=True),
    _word("day", 10),
    _word("role", 20),
    _word("action"),
    _text("detail"),
)
documents = Table(
    "documents",
    metadata,
    _id(),
    _ref("consultation_id", "consultations"),
    _word("day", 10),
    _word("form", 20),
    Column("is_draft", Boolean, nullable=False),
    _json("numbers"),
    Column("withdrawn", Boolean, nullable=False),
)
seen_forms = Table(
    "seen_forms",
    metadata,
    _ref("consultation_id", "consultations", key=True),
    Column("hash", String(32), primary_key=True),
)
