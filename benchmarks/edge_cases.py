"""What the engine says to odd texts: `python -m benchmarks.edge_cases`.

Each text becomes a statement of one consultation, which is analysed whole as the app does it.
Prints for each whether there is an answer (theme, how sure, kind, group), or why there is none.
Last line: JSON with n, answered, why the others were not, and in how many groups they stand.
"""

import json
import tempfile
from collections import Counter
from pathlib import Path

import storage.store
from analysis.analyse import analyse
from benchmarks.big_base import DAY
from interviews.model import Interview, Statement
from interviews.setup import add_site, create_consultation, new_id, shared_themes
from storage import Store, open_store

LONG = "Jeg har ventet længe på en bolig, og ingen på kommunen svarer, når jeg ringer. "
TEXTS = {
    "empty": "",
    "blanks": " \t\n\u00a0 ",
    "one word": "Bolig",
    "one letter": "a",
    "one word misspelt": "tanlæge",
    "only numbers": "12 34 56 78",
    "only signs": "?!... --- ***",
    "emoji": "😀🏠💔",
    "emoji and words": "Jeg savner et sted at bo 🏠",
    "5,000 words": LONG * 334,
    "one word of 5,000 letters": "bo" * 2500,
    "capitals": "JEG HAR BRUG FOR EN TANDLÆGE",
    "ae, oe, aa": "Jeg oensker mig en laege, der lytter paa vaerestedet",
    "misspelt": "sagsbehanleren skiter helle tien og jæg ska fortæle det forfra",
    "English": "I have been waiting for a flat for two years and nobody helps me.",
    "Greenlandic": "Inissaqarusuppunga, kisianni kommunimit akineqanngilanga.",
    "Arabic": "أريد شقة صغيرة ولا أحد يساعدني",
    "Danish and English": "Jeg er homeless, og der er ingen, der hjælper, it is hard.",
    "from Word": "\u201cJeg vil bare h\u00f8res\u201d \u2013 s\u00e5dan er det\u2026\u00ad\u200b",
    "a control sign": "Jeg mangler\x00 en bolig\x07",
    "mark-up": "<b>Huslejen</b> er for høj & [link](https://example.org)",
    "twice the same, one": "Der mangler billige boliger i byen",
    "twice the same, two": "Der mangler billige boliger i byen",
}


def fill(store: Store) -> tuple[str, dict[str, str]]:
    """A consultation of these texts: its id, and the name of each statement's text."""
    made = create_consultation(store, "Odd texts", "", shared_themes(), ())
    site = add_site(store, made.id, "Site")
    names = {new_id(): name for name in TEXTS}
    talk = Interview(new_id(), made.id, site.id, DAY[:7], 1)
    said = [
        Statement(key, i + 1, made.id, talk.id, TEXTS[name], None)
        for i, (key, name) in enumerate(names.items())
    ]
    store.add_interview(talk, said)
    return made.id, names


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        with open_store(f"sqlite:///{Path(folder) / 'odd.db'}") as store:
            consultation_id, names = fill(store)
            run = analyse(store, consultation_id)
            refused = dict(run.unprocessed)
            themes = {one.statement_id: one for one in store.theme_suggestions(consultation_id)}
            kinds = {one.statement_id: one for one in store.kind_suggestions(consultation_id)}
            groups = store.clusters(consultation_id)
        storage.store.close_engines()
    whole = {
        key: group for group in groups if group.theme_key is None for key in group.statement_ids
    }
    for key, name in names.items():
        if key in refused:
            print(f"  {name:28} no answer: {refused[key]}")
            continue
        theme, group = themes[key], whole[key].label or "(rest)"
        said = f"{theme.theme_key or 'none of these'} {theme.confidence:.2f}"
        print(f"  {name:28} {said:22} {kinds[key].kind.value:11} {group}")
    why = Counter(refused.values())
    figures = {"n": len(names), "answered": len(themes), **dict(sorted(why.items()))}
    print(json.dumps({**figures, "groups": len({group.id for group in whole.values()})}))


if __name__ == "__main__":
    main()
