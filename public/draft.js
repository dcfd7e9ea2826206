// Keeps what is typed on this phone until it was sent; a lost connection loses nothing, and sends nothing twice.

// The key of a form's last try and what it carried: unknown to us, it may have arrived.
const tries = new WeakMap()

document.querySelectorAll('form[data-draft]').forEach(keep)

function keep(form) {
  const note = Object.assign(document.createElement('p'), { className: 'note draft-note' })
  note.setAttribute('role', 'status')
  form.prepend(note)
  if (!form.querySelector('.errs')) restore(form)
  form.addEventListener('input', () => save(form))
  form.addEventListener('submit', event => {
    event.preventDefault()
    send(form)
  })
}

function restore(form) {
  const { values = [], tried } = read(store(form))
  if (tried) tries.set(form, tried)
  for (const [name, value] of values) {
    for (const one of fields(form).filter(field => field.name === name)) {
      if (/radio|checkbox/.test(one.type)) one.checked = one.checked || one.value === value
      else if (!one.value) one.value = value
    }
  }
  if (values.length > 0) say(form, form.dataset.restored)
}

async function send(form) {
  const button = form.querySelector('button:not([type=button])')
  if (button.disabled) return
  button.disabled = true
  chooseKey(form)
  save(form)
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { accept: 'text/html' } }).catch(() => null)
  const page = answer && await answer.text().catch(() => null)
  if (page === null) return later(form, button)
  if (!answer.redirected) return show(page, form, button)
  remember(store(form), '')
  location.assign(answer.url)
}

// The same once more is the same act: it carries the same key. Something else needs another, or it would be taken for the first.
function chooseKey(form) {
  const key = form.elements.requestKey
  const tried = tries.get(form)
  const files = [...form.querySelectorAll('input[type=file]')].map(one => [...one.files].map(file => file.size))
  const carried = JSON.stringify([filled(form), files])
  if (tried && tried.carried === carried) key.value = tried.key
  else if (tried && tried.key === key.value) key.value = anotherKey()
  tries.set(form, { key: key.value, carried })
}

// randomUUID would need https.
function anotherKey() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function later(form, button) {
  say(form, form.dataset.offline)
  if (navigator.onLine) {
    button.disabled = false
    return
  }
  addEventListener('online', () => {
    button.disabled = false
    send(form)
  }, { once: true })
}

function show(page, form, button) {
  const fresh = new DOMParser().parseFromString(page, 'text/html').getElementById('main')
  if (!fresh) return later(form, button)
  const main = document.getElementById('main')
  main.replaceChildren(...fresh.childNodes)
  main.querySelectorAll('form[data-draft]').forEach(keep)
  document.dispatchEvent(new Event('linju:shown'))
  const wrong = main.querySelector('.errs')
  if (wrong) wrong.focus()
  else scrollTo(0, 0)
}

function say(form, words) {
  form.querySelector('.draft-note').textContent = words
}

function store(form) {
  return `draft ${form.dataset.draft}`
}

function fields(form) {
  return [...form.elements].filter(one => one.name && one.type !== 'file' && one.type !== 'hidden')
}

function filled(form) {
  return fields(form).filter(one => /radio|checkbox/.test(one.type) ? one.checked : one.value).map(one => [one.name, one.value])
}

function save(form) {
  remember(store(form), JSON.stringify({ values: filled(form), tried: tries.get(form) }))
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
