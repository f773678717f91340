// Brings what is typed to the server: after a short pause, at least once a second while somebody
// types, one message at a time, again and again until the server says which sequence number it has.
const PAUSE_MS = 350
const LONGEST_MS = 1000
const RETRY_MS = 1500
const OFFLINE_MS = 3000
const LATE_MS = 15000

const hub = (window[Symbol.for("taleroer.drafts")] ??= { drafts: new Map(), channel: null })

function draftOf(data) {
  let draft = hub.drafts.get(data.draft)
  if (draft) return draft
  draft = {
    id: data.draft,
    writer: randomId(),
    journal: openJournal(data.draft, data.key),
    items: new Map(), // entry -> what this page typed or shows there
    carried: [], // found in the journal: typed before a reload, or in another tab
    mounts: new Set(),
    ready: false,
    count: 0,
    sentAt: -Infinity,
    answered: true,
    unanswered: 0, // messages since the server was last heard
  }
  hub.drafts.set(data.draft, draft)
  draft.journal.items().then(found => {
    draft.carried = found.filter(item => item.writer !== draft.writer)
    for (const item of draft.carried) item.since = performance.now()
    draft.ready = true
    if (draft.said) takeAnswer(draft, draft.said) // the server spoke first
  })
  listen()
  return draft
}

function itemOf(draft, entry) {
  if (!draft.items.has(entry)) {
    draft.items.set(entry, { entry, writer: draft.writer, sequence: 0, base: 0, text: "" })
  }
  return draft.items.get(entry)
}

function noteTyping(draft, entry, text) {
  const item = itemOf(draft, entry)
  item.text = text
  item.sequence += 1
  item.typedAt = performance.now()
  item.since ??= item.typedAt
  item.pending = true
  draft.journal.put(wire(item))
  wake(draft)
}

const wire = ({ entry, writer, sequence, base, text }) => ({ entry, writer, sequence, base, text })
const isCarried = (draft, entry) => draft.carried.some(item => item.entry === entry)
const pendingItems = draft => [...draft.items.values()].filter(item => item.pending)

// The server's word: for every entry the revision, the writer of the text that stands, and how far
// it has heard of each writer.
function takeAnswer(draft, entries) {
  draft.answered = true
  draft.unanswered = 0
  draft.said = entries
  for (const [entry, said] of Object.entries(entries)) {
    const item = itemOf(draft, entry)
    const heard = other => (said.marks[other.writer] ?? 0) >= other.sequence
    for (const done of draft.carried.filter(c => c.entry === entry && heard(c))) {
      draft.journal.drop(done)
      draft.carried = draft.carried.filter(c => c !== done)
    }
    if (item.pending && heard(item)) {
      item.pending = false
      item.since = undefined
      draft.journal.drop(item)
    }
    if (said.text !== undefined) adopt(draft, item, said.text, said.revision)
    if (said.last === draft.writer) item.base = Math.max(item.base, said.revision)
  }
  settle(draft)
}

// A text from the server or another tab is shown only where nothing of this page is under way.
function adopt(draft, item, text, revision) {
  if (item.pending || isCarried(draft, item.entry) || revision < item.base) return
  const isNew = revision > item.base
  item.text = text
  item.base = revision
  if (isNew) hub.channel?.postMessage({ draft: draft.id, entry: item.entry, text, revision })
}

function settle(draft) {
  for (const item of draft.carried) {
    const own = itemOf(draft, item.entry)
    if (!own.pending) own.text = item.text
  }
  for (const mount of draft.mounts) mount.show()
  if (draft.carried.length || pendingItems(draft).length) wake(draft)
}

function wake(draft) {
  for (const mount of draft.mounts) mount.show()
  draft.timer ??= setInterval(() => pump(draft), 100)
}

function pump(draft, now = performance.now()) {
  const own = pendingItems(draft)
  if (!own.length && !draft.carried.length) {
    clearInterval(draft.timer)
    draft.timer = undefined
  } else if (draft.ready && (draft.answered || now - draft.sentAt >= RETRY_MS)) {
    const due = own.filter(item => isDue(item, now) || !draft.answered)
    if (due.length || draft.carried.length) send(draft, own, now)
  }
  for (const mount of draft.mounts) mount.show()
}

const isDue = (item, now) =>
  item.flush || now - item.typedAt >= PAUSE_MS || now - item.since >= LONGEST_MS

// A server that was started anew knows nothing of the part of the page that this field belongs to,
// and passes over what comes from it in silence. So every second message that follows an unanswered
// one goes by a component outside of that part: it makes the server draw the whole page.
//
// Text built on what is carried waits until the server has that: else it would look like a second
// text for the same field.
function send(draft, own, now) {
  const mount = [...draft.mounts].at(-1)
  if (!mount) return
  const free = own.filter(item => !isCarried(draft, item.entry))
  const fresh = free.map(item => ({ ...wire(item), late: now - item.typedAt > LATE_MS }))
  const items = [...draft.carried.map(item => ({ ...wire(item), late: true })), ...fresh]
  for (const item of free) item.flush = false
  draft.sentAt = now
  draft.answered = false
  draft.unanswered += 1
  const wakes = draft.wakeServer && draft.unanswered % 2 === 0
  const send = wakes ? draft.wakeServer : mount.send
  send({ count: ++draft.count, items })
}

function flush(draft) {
  for (const item of pendingItems(draft)) item.flush = true
  if (draft.timer) pump(draft)
}

function stateOf(draft, now = performance.now()) {
  const waiting = [...draft.carried, ...pendingItems(draft)]
  if (!waiting.length) return "saved"
  const cut = !navigator.onLine || waiting.some(item => now - item.since > OFFLINE_MS)
  return cut ? "offline" : "saving"
}

function listen() {
  if (hub.listening) return
  hub.listening = true
  const flushAll = () => hub.drafts.forEach(flush)
  addEventListener("pagehide", flushAll)
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return flushAll()
    for (const draft of hub.drafts.values()) [...draft.mounts].at(-1)?.send({ items: [] }) // look
  })
  if (!globalThis.BroadcastChannel) return
  hub.channel = new BroadcastChannel("taleroer.drafts")
  hub.channel.onmessage = ({ data: { draft: id, entry, text, revision } }) => {
    const draft = hub.drafts.get(id)
    const item = draft?.items.get(entry)
    if (!item || item.pending || isCarried(draft, entry) || revision <= item.base) return
    item.text = text
    item.base = revision
    for (const mount of draft.mounts) mount.show()
  }
}

function forget(alive) {
  for (const [id, draft] of hub.drafts) {
    if (alive.includes(id)) continue
    clearInterval(draft.timer)
    hub.drafts.delete(id)
  }
  sweepJournals(alive)
}

function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("")
}
