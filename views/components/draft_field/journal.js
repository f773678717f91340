// What the server has not confirmed yet, kept in this browser so that it survives a closed tab.
// Sealed with AES-GCM under a key that lives in the server's draft only: once the draft is handed
// in or deleted, a forgotten entry cannot be read by anybody. Without a secure address (https or
// this machine) a browser has no cipher; then nothing is written and the text stays in the page.
const PREFIX = "taleroer:"

function openJournal(draftId, keyHex) {
  const prefix = `${PREFIX}${draftId}:`
  const raw = Uint8Array.from(keyHex.match(/../g) ?? [], pair => parseInt(pair, 16))
  const cipher = keyHex ? globalThis.crypto?.subtle : undefined // a practice keeps nothing
  const key = cipher?.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"])
  const wanted = new Map() // name -> newest item to write; null once it is confirmed
  const writing = new Set()

  const nameOf = item => `${prefix}${item.entry}:${item.writer}`

  async function write(name) {
    writing.add(name)
    try {
      for (let item = wanted.get(name); item; ) {
        const iv = crypto.getRandomValues(new Uint8Array(12))
        const text = new TextEncoder().encode(JSON.stringify(item))
        const sealed = new Uint8Array(await cipher.encrypt({ name: "AES-GCM", iv }, await key, text))
        const newest = wanted.get(name)
        if (newest) localStorage.setItem(name, toBase64(iv) + "." + toBase64(sealed))
        item = newest === item ? null : newest
      }
    } catch (error) {
      console.warn("draft field: the browser could not keep a copy", error.name)
    } finally {
      writing.delete(name)
    }
  }

  return {
    keeps: Boolean(cipher),
    put(item) {
      if (!cipher) return
      wanted.set(nameOf(item), { ...item })
      if (!writing.has(nameOf(item))) write(nameOf(item))
    },
    drop(item) {
      wanted.set(nameOf(item), null)
      localStorage.removeItem(nameOf(item))
    },
    async items() {
      if (!cipher) return []
      const found = []
      for (const name of journalNames(prefix)) {
        try {
          const [iv, sealed] = localStorage.getItem(name).split(".").map(fromBase64)
          const text = await cipher.decrypt({ name: "AES-GCM", iv }, await key, sealed)
          found.push(JSON.parse(new TextDecoder().decode(text)))
        } catch {
          localStorage.removeItem(name) // another key, or cut off half way: nobody can read it
        }
      }
      return found
    },
  }
}

function journalNames(prefix) {
  return Object.keys(localStorage).filter(name => name.startsWith(prefix))
}

// Forgets everything but the drafts that are still open; of those nothing is touched.
function sweepJournals(alive) {
  for (const name of journalNames(PREFIX)) {
    if (!alive.includes(name.slice(PREFIX.length).split(":")[0])) localStorage.removeItem(name)
  }
}

function toBase64(bytes) {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
}
