"""Streamlit's own words, which it cannot translate, and the language the page says it is in."""

from pathlib import Path

import streamlit as st

from views.translate import language

# What Streamlit says when a page fails, and what it should say.
FAULT = (
    "This app has encountered an error. The original error message is redacted to prevent data "
    "leaks. Full error details have been recorded in the logs (if you're on Streamlit Cloud, click "
    "on 'Manage app' in the lower right of your app)."
)
FAILED = {
    "da": "Der skete en fejl på siden. Det, der er gemt, er ikke tabt. Genindlæs siden. Sker det "
    "igen, så sig det til den, der passer Talerør.",
    "en": "Something went wrong on this page. What was saved is not lost. Reload the page. If it "
    "happens again, tell whoever looks after Talerør.",
}
MISSING = "The page that you have requested does not seem to exist. Running the app's main page."
DANISH = {
    FAULT: FAILED["da"],
    MISSING: "Adressen findes ikke, eller siden hører til en anden rolle. Her er forsiden.",
    FAILED["en"]: FAILED["da"],
    "Upload": "Vælg fil",
    "Browse files": "Vælg fil",
    "Drag and drop file here": "Træk en fil hertil",
    "Press Enter to apply": "Tryk Enter for at gemme",
    "Press Ctrl+Enter to apply": "Tryk Ctrl+Enter for at gemme",
    "Press Enter to submit form": "Tryk Enter for at sende",
    "Press Ctrl+Enter to submit form": "Tryk Ctrl+Enter for at sende",
    "This field is required.": "Feltet skal udfyldes.",
    "Choose an option": "Vælg",
    "Choose options": "Vælg en eller flere",
    "No results": "Intet fundet",
    "Clear all": "Ryd alt",
    "Clear value": "Ryd feltet",
    "Search": "Søg",
    "Fullscreen": "Fuld skærm",
    "Close fullscreen": "Luk fuld skærm",
    "Download as CSV": "Hent som CSV",
    "Show/hide columns": "Vis eller skjul kolonner",
    "Previous page": "Forrige side",
    "Next page": "Næste side",
    "Skip to main content": "Gå til indholdet",
    "Page not found": "Siden findes ikke",
    "Link to heading": "Link til overskriften",
    "Decrement": "Én mindre",
    "Increment": "Én mere",
    "Running...": "Arbejder …",
    "Stop": "Stands",
}
# The first of two English words with one Danish is the one to go back to.
ENGLISH = {danish: english for english, danish in reversed(DANISH.items())} | {
    FAULT: FAILED["en"],
    FAILED["da"]: FAILED["en"],
}

_component = st.components.v2.component(
    "built_in_words", js=(Path(__file__).parent / "built_in.js").read_text(encoding="utf-8")
)


def translate_built_in() -> None:
    """Streamlit's own words in the language of the session, and <html lang> as well."""
    chosen = language()
    words = DANISH if chosen == "da" else ENGLISH
    _component(key="built_in_words", data={"language": chosen, "words": words})
