const RESUME_MS = 5000

// The field itself. The browser never locks it: typing goes on while the connection is down.
export default function ({ data, key, parentElement, setTriggerValue }) {
  if (data.mode === "sweep") {
    forget(data.alive)
    return undefined
  }
  const draft = draftOf(data)
  if (data.mode === "waker") {
    draft.wakeServer = payload => setTriggerValue("typed", payload)
    return () => { draft.wakeServer = undefined }
  }
  if (data.mode === "pocket") return keepPocket(draft, data, parentElement, setTriggerValue)
  let mount = parentElement.draftMount
  if (!mount || mount.entry !== data.entry || mount.draft !== draft) {
    mount?.close()
    mount = parentElement.draftMount = makeMount(draft, data, key, parentElement)
  }
  mount.send = payload => setTriggerValue("typed", payload)
  mount.words = data.words
  draft.mounts.delete(mount)
  draft.mounts.add(mount)
  stayInField()
  takeAnswer(draft, data.entries)
  mount.showFindings(data.findings ?? [])
  // The guard was still being loaded: ask again.
  if (data.findings === null) setTimeout(() => mount.send({ count: ++draft.count, items: [] }), 1500)
  return () => parentElement.draftMount?.close()
}

function makeMount(draft, data, key, parent) {
  const box = parent.querySelector(".df") ?? parent.appendChild(document.createElement("div"))
  box.className = "df"
  box.replaceChildren()
  const area = data.entry ? makeArea(draft, data, key, box) : null
  const status = add(box, "div", "df-status")
  const seen = add(status, "span", "df-seen")
  seen.setAttribute("aria-hidden", "true")
  const live = add(status, "span", "df-live")
  live.setAttribute("role", "status")
  const findings = area ? add(box, "ul", "df-findings") : null
  if (findings) findings.id = `${key}-findings`
  const mount = {
    draft,
    entry: data.entry,
    words: data.words,
    show: () => {
      if (area) showText(area, itemOf(draft, data.entry).text)
      if (area) area.readOnly = !draft.ready // some milliseconds, until the journal is read
      showStatus(status, seen, live, stateOf(draft), mount.words)
    },
    showFindings: list => findings && showFindings(findings, list),
    close: () => draft.mounts.delete(mount),
  }
  return mount
}

function makeArea(draft, data, key, box) {
  const label = add(box, "label", "df-label")
  label.textContent = data.label
  label.htmlFor = key
  const area = add(box, "textarea", "df-area")
  area.id = key
  area.lang = "da"
  area.rows = 4
  area.maxLength = 200000
  area.placeholder = data.hint ?? ""
  area.setAttribute("aria-describedby", `${key}-findings`)
  // Spelling and writing help of some browsers sends the text to their maker.
  for (const [name, value] of [
    ["autocapitalize", "sentences"], ["autocomplete", "off"], ["spellcheck", "false"],
    ["writingsuggestions", "false"], ["data-gramm", "false"],
  ]) area.setAttribute(name, value)
  const item = itemOf(draft, data.entry)
  const remember = () => { item.caret = [area.selectionStart, area.selectionEnd] }
  area.addEventListener("input", () => {
    remember()
    noteTyping(draft, data.entry, area.value)
    grow(area)
  })
  area.addEventListener("keyup", remember)
  area.addEventListener("focus", () => Object.assign(hub, { field: area, draft, entry: data.entry }))
  area.addEventListener("blur", () => flush(draft))
  showText(area, item.text)
  const wasTyping = item.caret && performance.now() - (item.typedAt ?? -Infinity) < RESUME_MS
  if (wasTyping) {
    area.focus({ preventScroll: true }) // at once: the page was drawn anew under somebody's hands
    area.setSelectionRange(...item.caret)
  } else if (data.focus) requestAnimationFrame(() => area.focus())
  return area
}

function showText(area, text) {
  if (area.value === text) return
  const [start, end] = [area.selectionStart, area.selectionEnd]
  area.value = text
  if (document.activeElement === area) area.setSelectionRange(start, end)
  grow(area)
}

function grow(area) {
  if (CSS.supports("field-sizing", "content")) return
  area.style.height = "auto"
  area.style.height = `${area.scrollHeight + 2}px`
}

// What is seen follows every change; what is read aloud only what lasts.
function showStatus(status, seen, live, state, words) {
  if (status.dataset.state === state) return
  status.dataset.state = state
  seen.textContent = words[state]
  clearTimeout(status.timer)
  const wait = state === "offline" ? 0 : 1500
  if (state !== "saving") status.timer = setTimeout(() => { live.textContent = words[state] }, wait)
}

function showFindings(list, findings) {
  const said = JSON.stringify(findings)
  if (list.dataset.said === said) return
  list.dataset.said = said
  list.replaceChildren()
  for (const finding of findings) {
    const line = add(list, "li", `df-finding df-${finding.certainty}`)
    add(line, "q", "df-quote").textContent = finding.quote
    line.append(` ${finding.words}`)
  }
}

function add(parent, tag, className) {
  const element = document.createElement(tag)
  if (className) element.className = className
  return parent.appendChild(element)
}

// Streamlit opens a dialog when the server has been away for some seconds, and with it takes the
// keyboard out of the field in the middle of a word. Our own line says the same in Danish without
// disturbing anybody: the dialog is closed, and does not get the keyboard while it lasts.
function stayInField() {
  if (hub.observer) return
  const isAway = dialog => dialog.querySelector?.("h2")?.textContent === "Connection error"
  const takeFocus = HTMLElement.prototype.focus
  HTMLElement.prototype.focus = function (...how) {
    const dialog = document.activeElement?.matches(".df-area") && this.closest('[role="dialog"]')
    if (!dialog || !isAway(dialog)) takeFocus.apply(this, how)
  }
  hub.observer = new MutationObserver(() => {
    for (const dialog of document.querySelectorAll('[role="dialog"]')) {
      if (!document.querySelector(".df-area") || !isAway(dialog)) continue
      const field = hub.field
      const caret = field && [field.selectionStart, field.selectionEnd]
      const goBack = () => {
        if (!field?.isConnected || document.activeElement === field) return
        field.focus({ preventScroll: true })
        field.setSelectionRange(...caret)
      }
      dialog.querySelector("button")?.click()
      goBack()
      for (const wait of [0, 5, 15, 30, 60, 150]) setTimeout(goBack, wait)
    }
  })
  hub.observer.observe(document.body, { childList: true })
  document.addEventListener("keydown", typeOn, true)
}

// When the page is drawn anew in the middle of a word, the field is away for some hundredths of a
// second: keys that fall into that gap go into its text all the same.
function typeOn(event) {
  const { field, draft, entry } = hub
  if (!field || field.isConnected || document.activeElement !== document.body) return
  const item = itemOf(draft, entry)
  const key = event.key === "Enter" ? "\n" : event.key
  const isCommand = (event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph")
  if ([...key].length !== 1 || isCommand) return
  if (performance.now() - (item.typedAt ?? -Infinity) > RESUME_MS) return
  event.preventDefault()
  event.stopPropagation()
  const [start, end] = item.caret
  item.caret = [start + key.length, start + key.length]
  noteTyping(draft, entry, item.text.slice(0, start) + key + item.text.slice(end))
}
