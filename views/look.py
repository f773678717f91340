"""How the pages look: quiet sizes, room for long Danish words, nothing that moves sideways."""

CSS = """<style>
.stMainBlockContainer { padding: 3.75rem 2.5rem 5rem; max-width: 66rem; }
.stMainBlockContainer h1 { font-size: 1.9rem; padding: .4rem 0 .6rem; }
.stMainBlockContainer h2 { font-size: 1.35rem; padding: .9rem 0 .3rem; }
.stMainBlockContainer h3 { font-size: 1.1rem; padding: .6rem 0 .2rem; }
.stMainBlockContainer [data-testid="stMetricValue"] { font-size: 1.7rem; }
[data-testid="stMetricLabel"] * { white-space: normal; overflow: visible; }
.stMainBlockContainer p, .stMainBlockContainer li { overflow-wrap: anywhere; }
[data-testid="stSidebarHeader"] { height: 3rem; margin-bottom: 0; }
.stButton button, .stFormSubmitButton button, .stDownloadButton button { min-height: 2.75rem; }
.stExpander summary, .stPopover button { min-height: 2.75rem; }
.stButtonGroup button, .stTabs [role="tab"], .stFileUploader button { min-height: 2.75rem; }
[data-testid="stException"] :is(a, button) { display: none; } /* "Ask Google" leads out of house */
@media (pointer: coarse) { [data-testid="stSidebarNavLink"] { min-height: 2.75rem; } }
@media (max-width: 60rem) { .stMainBlockContainer { padding-left: 1.5rem; padding-right: 1.5rem; } }
</style>"""
