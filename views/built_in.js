// Streamlit's own words have no translation: each is put into the language of the page as it
// appears. What people wrote stands in markdown or in fields and is left alone.
const OTHERS = "[data-testid='stMarkdown'], textarea, input, .js-plotly-plot, [role='option']";
// A menu in sections is a list that holds headings, which no list may: it is links under headings.
const MENU = "[data-testid='stSidebarNavItems'], [data-testid='stSidebarNavItems'] li";
const SENTENCE = 60; // characters from which the very same words are nobody's but Streamlit's
const NAMES = ["placeholder", "aria-label", "title"];

let watch = null; // one at a time: two languages at once would never agree

export default function ({ data }) {
  watch?.disconnect();
  document.documentElement.lang = data.language;
  const size = (text) =>
    data.language === "da"
      ? text.replace(/^(\d+)MB per file/, "$1 MB pr. fil")
      : text.replace(/^(\d+) MB pr\. fil/, "$1MB per file");
  const say = (text) => data.words[text.trim()] ?? size(text);

  const mend = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const said = say(node.data);
      const others = node.data.length < SENTENCE && node.parentElement?.closest(OTHERS);
      if (said !== node.data && !others) node.data = said;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches(MENU)) node.setAttribute("role", "none");
      for (const name of NAMES) {
        const there = node.getAttribute(name);
        if (there && data.words[there]) node.setAttribute(name, data.words[there]);
      }
      node.childNodes.forEach(mend);
    }
  };
  mend(document.body);
  watch = new MutationObserver((changes) => {
    for (const change of changes) [change.target, ...change.addedNodes].forEach(mend);
  });
  const what = { childList: true, subtree: true, characterData: true };
  watch.observe(document.body, { ...what, attributes: true, attributeFilter: NAMES });
  return () => watch?.disconnect();
}
