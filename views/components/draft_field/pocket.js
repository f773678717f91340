// The questions in the pocket. While the line is down Streamlit locks its buttons, so the questions
// and a field for each are kept here: the conversation goes on in a sheet of our own, and what is
// typed there travels the same way as from any other field.
const AWAY_MS = 2000

function keepPocket(draft, data, parent, setTriggerValue) {
  const pocket = (parent.draftPocket ??= makePocket(draft, parent))
  pocket.data = data
  pocket.send = payload => setTriggerValue("typed", payload)
  takeAnswer(draft, data.entries)
  if (data.at !== pocket.wanted?.from) pocket.wanted = undefined // followed, or led elsewhere
  pocket.look()
  return () => pocket.close()
}

const isCut = () => {
  const app = document.querySelector("[data-test-connection-state]")
  return Boolean(app) && app.dataset.testConnectionState !== "CONNECTED"
}

function makePocket(draft, parent) {
  const bar = add(parent, "div", "dfp-bar")
  bar.setAttribute("role", "status")
  const sheet = add(parent, "dialog", "dfp-sheet")
  const pocket = { draft, parent, bar, sheet, at: 0, cutSince: undefined, mount: undefined }
  pocket.look = () => look(pocket)
  pocket.timer = setInterval(pocket.look, 500)
  pocket.close = () => {
    clearInterval(pocket.timer)
    pocket.mount?.close()
    bar.remove()
    sheet.remove()
    if (parent.draftPocket === pocket) parent.draftPocket = undefined
  }
  sheet.addEventListener("close", () => {
    pocket.mount?.close()
    sheet.replaceChildren()
  })
  return pocket
}

// The bar is there while the line is down; the sheet says when it is back.
function look(pocket) {
  const { bar, sheet, data } = pocket
  const cut = isCut()
  pocket.cutSince = cut ? (pocket.cutSince ?? performance.now()) : undefined
  const isLong = cut && performance.now() - pocket.cutSince > AWAY_MS
  if (isLong && !bar.firstChild) {
    add(bar, "span").textContent = data.words.cut
    button(bar, data.words.goOn, () => open(pocket, shownStep(pocket) + 1), "dfp-main")
  } else if (!cut && bar.firstChild) bar.replaceChildren()
  if (sheet.open && sheet.dataset.cut !== String(cut)) showWay(pocket, cut)
  if (pocket.wanted && !cut) follow(pocket)
}

// The question that the page shows: its field is among those mounted.
function shownStep({ draft, data }) {
  const shown = new Set([...draft.mounts].map(mount => mount.entry))
  const place = data.steps.findIndex(step => shown.has(step.entry))
  return place < 0 ? data.at : place
}

function open(pocket, at) {
  const { draft, data, sheet } = pocket
  pocket.at = Math.min(Math.max(at, 0), data.steps.length - 1)
  const step = data.steps[pocket.at]
  pocket.mount?.close()
  sheet.replaceChildren()
  const inner = add(sheet, "div", "dfp-inner")
  add(inner, "p", "dfp-place").textContent = step.place
  const title = add(inner, "h2")
  title.textContent = step.title
  title.id = "dfp-title"
  sheet.setAttribute("aria-labelledby", title.id)
  const probes = add(inner, "ul")
  for (const probe of step.probes) add(probes, "li").textContent = probe
  const { label, hint, states } = data.words
  const field = { entry: step.entry, label, hint, words: states, focus: true }
  pocket.mount = makeMount(draft, field, "capture_pocket_field", add(inner, "div"))
  pocket.mount.send = payload => pocket.send(payload)
  draft.mounts.add(pocket.mount)
  pocket.way = add(inner, "div", "dfp-way")
  showWay(pocket, isCut())
  if (!sheet.open) sheet.showModal()
  pocket.mount.show()
}

function showWay(pocket, cut) {
  const { data, sheet, way, at } = pocket
  sheet.dataset.cut = String(cut)
  way.replaceChildren()
  const step = by => () => open(pocket, pocket.at + by)
  if (at > 0) button(way, data.words.back, step(-1))
  if (at + 1 < data.steps.length) button(way, data.words.next, step(1), cut ? "dfp-main" : "")
  button(way, cut ? data.words.close : data.words.resume, () => leave(pocket), cut ? "" : "dfp-main")
  const said = add(way, "p", "dfp-said")
  said.setAttribute("role", "status")
  if (!cut) said.textContent = data.words.isBack // that it is away stands under the field
}

// Back to the page; when the line is there the page follows to the question one stands at.
function leave(pocket) {
  pocket.sheet.close()
  const from = pocket.data.at
  pocket.wanted = undefined
  if (isCut() || pocket.at === from) return
  pocket.wanted = { from, at: pocket.at, pause: RETRY_MS, sentAt: -Infinity }
  follow(pocket)
}

// A server started anew passes over the first message: it is sent until the page has followed, ever
// more seldom, because each one makes a slow machine begin to draw the page again.
function follow({ draft, send, wanted }, now = performance.now()) {
  if (now - wanted.sentAt < wanted.pause) return
  Object.assign(wanted, { pause: wanted.pause * (wanted.sentAt > 0 ? 1.5 : 1), sentAt: now })
  send({ count: ++draft.count, items: [], at: wanted.at })
}

function button(parent, words, act, look = "") {
  const made = add(parent, "button", `dfp-button ${look}`)
  made.type = "button"
  made.textContent = words
  made.addEventListener("click", act)
}
