"""A small consultation, and the app opened on one of its pages by one of the roles."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import storage.store
from analysis.model import (
    Cluster,
    KindSuggestion,
    MapPoint,
    Reason,
    Tag,
    TagSuggestion,
    ThemeSuggestion,
)
from guides.loader import load_shared
from interviews.cleared import left_standing
from interviews.model import Interview, Kind, Role, Statement
from interviews.setup import add_site, add_theme, create_consultation, shared_themes
from storage import open_store
from strategy.goals import add_goal, add_initiative
from strategy.model import Digest, DigestLine, InitiativeProposal, Origin

ROOT = Path(__file__).resolve().parents[2]
DAY = "2024-06-01"
HOSTILE = "![x](https://evil.example/pixel.png) <img src=x> # Stort $a$ :red[rødt] `kode` 😀"
LONG = "Jeg har fortalt det hele så mange gange. " * 700  # some 5,000 words
TEXTS = {
    1: ("Jeg vil bo, hvor min hund må være", "housing"),
    2: ("Der skal være en bolig til os uden for byen", "housing"),
    3: ("Huslejen æder det hele", "housing"),
    4: ("Varmestuen redder min dag", "housing"),
    5: ("Tandlægen er for dyr", "health"),
    6: (HOSTILE, "health"),
    7: (LONG, "health"),
    8: ("Nogen skulle lytte", None),
}
SURE = {1: 0.95, 2: 0.9, 3: 0.55, 4: 0.5, 5: 0.99, 6: 0.4, 7: 0.3, 8: 0.85}
ASKS = (1, 2, 8)


def uid(number):
    return f"u{number}"


@pytest.fixture
def base(home, made_once):
    """Eight statements from two sites, nothing read by the machine yet."""
    folder, made = made_once
    shutil.copytree(folder, home)
    return made


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """The folder of `base` and its consultation: made once, because the guard reads every word."""
    folder = tmp_path_factory.mktemp("made") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TALEROER_HOME", str(folder))
        made = _make()
        storage.store.close_engines()
    return folder, made


def _make():
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes(), load_shared())
        add_theme(store, made.id, "Ærø og Åsum ønsker")
        sites = [add_site(store, made.id, name) for name in ("Varmestuen", "Herberget")]
        for n, site in enumerate(sites):
            talk = Interview(f"talk{n}", made.id, site.id, "2024-05", 2)
            said = [
                Statement(uid(i), i, made.id, talk.id, text, theme)
                for i, (text, theme) in TEXTS.items()
                if (i > 4) == bool(n)
            ]
            store.add_interview(talk, said)
            for one in said:
                store.add_harmless(left_standing(one, frozenset(), "read", Role.CONSULTANT, DAY))
    return made


@pytest.fixture
def read(base):
    """The same, read by a machine: themes, tags, kinds, clusters and a map."""
    with open_store() as store:
        store.save_tag(Tag("t1", base.id, "bolig", "Bolig"))
        for n, name in enumerate(("Husdyr", "Husleje", "Tænder")):
            tag = Tag(f"t{n + 2}", base.id, name.lower(), name, "bolig", "housing", f"Om {name}")
            store.save_tag(tag)
        store.save_theme_suggestions(
            ThemeSuggestion(
                uid(i), theme or "encounter", SURE[i], "health", 0.02,
                (Reason(text[:3], 0, 3, 0.5),), "m",
            )
            for i, (text, theme) in TEXTS.items()
        )  # fmt: skip
        store.save_kind_suggestions(
            KindSuggestion(uid(i), Kind.WISH, 0.8, i in ASKS, 0.8, (), "m") for i in TEXTS
        )
        store.save_tag_suggestions([TagSuggestion(uid(1), "husdyr", 1, 0.8, (), "m")])
        ids = tuple(uid(i) for i in TEXTS)
        store.save_clusters(
            base.id,
            [
                Cluster("k1", base.id, "housing", 0, ("egen hund", "bolig"), ids[:2], ids[:1]),
                Cluster("k2", base.id, "housing", 1, ("husleje",), ids[2:4], ids[2:3]),
                Cluster("k3", base.id, "health", 0, ("tand",), ids[4:7], ids[4:5], ids[5:6]),
                Cluster("k4", base.id, None, 0, ("alt",), ids, is_rest=True),
            ],
        )
        store.save_points(base.id, [MapPoint(key, 0.1, -0.2) for key in ids])
    return base


@pytest.fixture
def planned(read):
    """The same, with a goal, two initiatives, one proposal and a digest about housing."""
    with open_store() as store:
        goal = add_goal(store, read.id, "housing", "at alle har et sted at bo")
        add_initiative(store, read.id, "housing", "at der bygges skæve boliger", goal_id=goal.id)
        add_initiative(store, read.id, "housing", "at huslejen sættes ned")
        store.save_initiative_proposals(
            read.id,
            [
                InitiativeProposal(
                    "p1", read.id, "housing", "at der åbnes for hunde", (uid(1),), None, "m", DAY
                )
            ],
        )
        lines = (DigestLine(uid(1), 0, 10), DigestLine(uid(2), 0, 4))
        store.save_digest(Digest(read.id, "housing", lines, Origin.MACHINE, DAY))
    return read


@pytest.fixture
def visit():
    """Opens a page of the app: visit("review", role="consultant", language="da").

    No page may show an error of the program: it fails the test at whatever step it comes.
    """

    def go(page="start", role="consultant", language="da", **state):
        app = AppTest.from_file(ROOT / "app.py", default_timeout=30)
        app._run = _without_errors(app)
        app.query_params["role"] = role
        app.query_params["language"] = language
        for key, value in state.items():
            app.session_state[key] = value
        app.run()
        if page != "start":
            app.switch_page(f"views/{page}_page.py").run()
        return app

    return go


def _without_errors(app):
    drawn = app._run

    def run(*given, **named):
        drawn(*given, **named)
        assert not app.exception, app.exception
        return app

    return run


def words(app):
    """All that a page says: titles, texts, captions, messages, labels of buttons."""
    kinds = ("title", "header", "markdown", "caption", "info", "warning", "error", "success")
    said = [element.value for kind in kinds for element in getattr(app, kind)]
    said += [button.label for button in app.button]
    said += [box.label for box in app.expander]
    return "\n".join(said)
