"""A small embedder and a small store for the tests of the suggestions."""

import hashlib

import numpy as np

from analysis.model import Tag
from guides.loader import load_themes
from interviews.model import Statement, Theme
from language.reader import terms


class HashingEmbedder:
    """Each lemma and compound part in one of 384 places; counts what it was asked to read."""

    name = "hashing-384"

    def __init__(self):
        self.read = 0

    def __eq__(self, other):
        return isinstance(other, HashingEmbedder)

    def __hash__(self):
        return hash(self.name)

    def embed(self, texts):
        self.read += len(texts)
        rows = np.full((len(texts), 384), 0.05, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for term in terms(text):
                row[int(hashlib.md5(term.encode()).hexdigest(), 16) % 384] += 1.0
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def shared_themes():
    return tuple(
        Theme(t.key, "c", t.key, t.name.da, t.description, t.examples, t.seed_words, i)
        for i, t in enumerate(load_themes())
    )


OWN_THEMES = (
    Theme(
        "t1", "c", "technology", "Teknologi",
        "Telefoner, computere, internet og digitale løsninger, der letter kontakten.",
        ("Jeg kan ikke finde ud af min telefon.", "Der skal være internet på værestedet."),
        ("telefon", "computer", "internet", "digital", "skærm"), 0,
    ),
    Theme(
        "t2", "c", "volunteers", "Frivillige og civilsamfund",
        "Foreninger, besøgsvenner, frivillige og fællesskaber uden for det offentlige.",
        ("Min besøgsven kommer hver torsdag.", "De frivillige har altid tid til en snak."),
        ("frivillig", "besøgsven", "forening", "netværk"), 1,
    ),
)  # fmt: skip

CODEBOOK = (
    Tag("g1", "c", "home", "Et sted at bo", theme_key="housing"),
    Tag("g2", "c", "rent", "Husleje og indskud", "home", "housing",
        "Hvad det koster at bo.", "Husleje, indskud, depositum.", "",
        ("Huslejen er for høj",)),
    Tag("g3", "c", "shelter", "Livet på herberget", "home", "housing",
        "Hverdagen på herberg og forsorgshjem.", "Larm, støj, naboværelser, regler.", "",
        ("Der er uro hele natten på herberget",)),
    Tag("g4", "c", "body", "Krop og sind", theme_key="health"),
    Tag("g5", "c", "teeth", "Tænder", "body", "health", "Tandpine og tandlæge.", "", "",
        ("Jeg har ikke råd til en tandlæge",)),
    Tag("g6", "c", "drink", "Alkohol og stoffer", "body", "health",
        "Misbrug og behandling.", "Afrusning, metadon, tilbagefald."),
)  # fmt: skip


def statement(number, text, **more):
    return Statement(f"s{number}", number, "c", "i", text, **more)


class MemoryStore:
    """The store's methods that the use cases call, kept in memory."""

    def __init__(self, statements, themes=None, codebook=CODEBOOK):
        self.all = {s.id: s for s in statements}
        self.theme_list = shared_themes() if themes is None else themes
        self.codebook = codebook
        self.kept_vectors, self.kept = {}, {"theme": {}, "tag": {}, "kind": {}}
        self.made, self.run_list, self.groups, self.places = [], [], (), ()

    def statements(self, _):
        return tuple(self.all.values())

    def statements_by_id(self, ids):
        return {id_: self.all[id_] for id_ in ids if id_ in self.all}

    def themes(self, _):
        return self.theme_list

    def tags(self, _):
        return self.codebook

    def guides(self, _):
        return ()

    def decisions(self, _):
        return tuple(self.made)

    def add_decisions(self, decisions):
        self.made += decisions

    def vectors(self, model, ids):
        return {i: self.kept_vectors[model, i] for i in ids if (model, i) in self.kept_vectors}

    def save_vectors(self, model, vectors):
        self.kept_vectors |= {(model, i): raw for i, raw in vectors.items()}

    def theme_suggestions(self, _):
        return tuple(x for own in self.kept["theme"].values() for x in own)

    def tag_suggestions(self, _):
        return tuple(x for own in self.kept["tag"].values() for x in own)

    def kind_suggestions(self, _):
        return tuple(x for own in self.kept["kind"].values() for x in own)

    def save_theme_suggestions(self, found):
        self._keep("theme", found)

    def save_tag_suggestions(self, found):
        self._keep("tag", found)

    def save_kind_suggestions(self, found):
        self._keep("kind", found)

    def _keep(self, what, found):
        new = {}
        for suggestion in found:
            new.setdefault(suggestion.statement_id, []).append(suggestion)
        self.kept[what] |= new

    def add_run(self, run):
        self.run_list.append(run)

    def runs(self, _):
        return tuple(self.run_list)

    def clusters(self, _):
        return self.groups

    def save_clusters(self, _, clusters):
        self.groups = tuple(clusters)

    def points(self, _):
        return self.places

    def save_points(self, _, points):
        self.places = tuple(points)
