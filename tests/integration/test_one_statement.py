"""One citizen's sentence, from the keyboard to the printed plan, in the order the house has it."""

import io
import re
import zipfile

import pytest

from analysis.analyse import analyse
from analysis.current import current_themes
from analysis.decide import decide
from analysis.model import Aspect
from exports.documents import print_plan
from exports.word import WordRenderer
from guides.loader import load_shared
from interviews import drafts
from interviews.model import Judgement, Role, Typed
from interviews.record import FindingsOpen, hand_in
from interviews.setup import add_site, create_consultation, shared_themes
from storage import Unknown, open_store
from strategy.draft_plan import draft_plan
from strategy.evidence import link_evidence, release_quote, take_over
from strategy.goals import add_goal, change_initiative
from strategy.model import Stance, TargetKind
from tests.unit.analysis.readers import HashingEmbedder

TYPED = "Der skal være boliger, hvor min hund må flytte med ind, siger Kirsten Overgaard"
SAID = "Der skal være boliger, hvor min hund må flytte med ind, siger [navn]"
OTHERS = (
    "Jeg mangler en bolig, hvor hunden må være",
    "Huslejen er for høj, når man er på kontanthjælp",
    "Personalet på varmestuen lytter til mig",
)
DAY = "2024-06-03"
EMBEDDER = HashingEmbedder()  # words for meaning: what is tested here is the way, not the wit


@pytest.fixture
def consultation(home):
    with open_store() as store:
        made = create_consultation(store, "Udsatte", "Egeby", shared_themes(), load_shared())
        add_site(store, made.id, "Varmestuen")
    return made


def captured(consultation):
    """The statement as it was stored, after the name in it was replaced."""
    with open_store() as store:
        guide = next(g for g in store.guides(consultation.id) if g.theme_key == "housing")
        site = store.sites(consultation.id)[0]
        draft = drafts.start_draft(
            store, consultation.id, [guide], DAY, site_id=site.id, month="2024-06"
        )
        drafts.give_consent(store, draft.id)
        question = guide.questions[0].key
        for text in (TYPED, *OTHERS):
            entry = drafts.add_entry(store, draft.id, "housing", question)
            drafts.save_entry(store, draft.id, Typed(entry.id, text, "tab", 1, 0), DAY)
    with open_store() as store, pytest.raises(FindingsOpen) as stopped:
        hand_in(store, draft.id)
    ((entry_id, findings),) = stopped.value.findings.items()
    answers = [Judgement(entry_id, f.start, f.end, "[navn]") for f in findings]
    with open_store() as store:
        handed = hand_in(store, draft.id, answers)
        with pytest.raises(Unknown):
            store.draft(draft.id)
    return next(s for s in handed.statements if "hund må flytte" in s.text)


def paragraphs(content):
    """The text of every paragraph of the plan with its bookmarks and the anchors it links to."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        document = parts.read("word/document.xml").decode()
    document = document.replace("<w:noBreakHyphen/>", "<w:t>-</w:t>")
    for block in re.findall(r"<w:p[ >].*?</w:p>", document, re.DOTALL):
        text = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", block))
        names = set(re.findall(r'<w:bookmarkStart[^>]*w:name="([^"]+)"', block))
        yield text, names, set(re.findall(r'w:anchor="([^"]+)"', block))


def test_a_sentence_is_found_again_in_the_plan_with_a_link_to_what_answers_it(consultation):
    said = captured(consultation)
    assert said.text == SAID

    with open_store() as store:
        run = analyse(store, consultation.id, EMBEDDER)
        assert (run.statements, run.unprocessed) == (4, ())
        decide(store, [said.id], Aspect.THEME, "housing", Role.CONSULTANT)
        decide(store, [said.id], Aspect.PROPOSAL, "yes", Role.CONSULTANT)
        assert current_themes(store, consultation.id)[said.id].theme_key == "housing"

        draft_plan(store, consultation.id, EMBEDDER)
        proposal = next(
            p for p in store.initiative_proposals(consultation.id) if said.id in p.statement_ids
        )
        goal = add_goal(store, consultation.id, "housing", "at alle har et sted at bo")
        made = take_over(
            store, proposal, "at der udlejes boliger, hvor hunde må være", Role.STEERING, DAY
        )
        change_initiative(store, made, goal_id=goal.id, responsible="Center for Bolig")
        link_evidence(
            store, said.id, TargetKind.GOAL, goal.id, Stance.SUPPORTS, Role.STEERING, DAY, "hund"
        )
        release_quote(store, said.id, Role.STEERING, DAY)

    with open_store() as store:
        content = print_plan(store, consultation.id, WordRenderer(), Role.STEERING, day=DAY)

    read = list(paragraphs(content))
    whole = "\n".join(text for text, _names, _links in read)
    assert SAID in whole
    assert "Overgaard" not in whole
    annex = next(p for p in read if p[0].startswith(said.label) and SAID in p[0])
    answer = next(p for p in read if p[1] & {made.label.replace("-", "_")})
    behind = next(p for p in read if said.label in p[0] and p[2] & annex[1] and SAID not in p[0])
    assert annex[1] == {said.label.replace("-", "_")}
    assert answer[0].startswith(made.label)
    assert behind[2] >= annex[1], "the initiative does not point at the statement"
    assert any(links & answer[1] for _text, _names, links in read), "nothing points back"
