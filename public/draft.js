// Keeps what is typed on this phone until it was sent; a lost connection loses nothing, and sends nothing twice.
for (const form of document.querySelectorAll('form[data-draft]')) keep(form)

function keep(form) {
  const store = `draft ${form.dataset.draft}`
  const note = Object.assign(document.createElement('p'), { className: 'note draft-note' })
  note.setAttribute('role', 'status')
  form.prepend(note)
  // The key of the last try and what it carried: unknown to us, it may have arrived.
  let tried = null
  if (!form.querySelector('.errs')) restore()
  form.addEventListener('input', save)
  form.addEventListener('submit', event => {
    event.preventDefault()
    send()
  })

  function fields() {
    return [...form.elements].filter(one => one.name && one.type !== 'file' && one.type !== 'hidden')
  }

  function values() {
    return fields().filter(one => /radio|checkbox/.test(one.type) ? one.checked : one.value).map(one => [one.name, one.value])
  }

  function save() {
    remember(store, JSON.stringify({ values: values(), tried }))
  }

  function restore() {
    const kept = read(store)
    tried = kept.tried || null
    for (const [name, value] of kept.values || []) {
      for (const one of fields().filter(field => field.name === name)) {
        if (/radio|checkbox/.test(one.type)) one.checked = one.checked || one.value === value
        else if (!one.value || one.name === 'requestKey') one.value = value
      }
      note.textContent = form.dataset.restored
    }
  }

  async function send() {
    const button = form.querySelector('button:not([type=button])')
    if (button.disabled) return
    button.disabled = true
    chooseKey()
    save()
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { accept: 'text/html' } }).catch(() => null)
    const page = answer && await answer.text().catch(() => null)
    if (page === null) return later(button)
    if (!answer.redirected) return show(page, button)
    remember(store, '')
    location.assign(answer.url)
  }

  // The same once more is the same act: it carries the same key. Something else needs another, or it would be taken for the first.
  function chooseKey() {
    const key = form.elements.requestKey
    const carried = JSON.stringify([values(), [...form.querySelectorAll('input[type=file]')].map(one => [...one.files].map(file => file.size))])
    if (tried && tried.carried === carried) key.value = tried.key
    else if (tried && tried.key === key.value) key.value = anotherKey()
    tried = { key: key.value, carried }
  }

  function later(button) {
    note.textContent = form.dataset.offline
    if (navigator.onLine) button.disabled = false
    else {
      addEventListener('online', () => {
        button.disabled = false
        send()
      }, { once: true })
    }
  }

  function show(page, button) {
    const fresh = new DOMParser().parseFromString(page, 'text/html').getElementById('main')
    if (!fresh) return later(button)
    const main = document.getElementById('main')
    main.replaceChildren(...fresh.childNodes)
    main.querySelectorAll('form[data-draft]').forEach(keep)
    document.dispatchEvent(new Event('linju:shown'))
    const wrong = main.querySelector('.errs')
    if (wrong) wrong.focus()
    else scrollTo(0, 0)
  }
}

// A full or forbidden store: the form works all the same.
function remember(store, words) {
  try {
    if (words) localStorage.setItem(store, words)
    else localStorage.removeItem(store)
  } catch { /* As said. */ }
}

function read(store) {
  try {
    return JSON.parse(localStorage.getItem(store)) || {}
  } catch {
    return {}
  }
}

// randomUUID would need https.
function anotherKey() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
