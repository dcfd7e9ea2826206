// Keeps what is typed on this phone until it was sent; a lost connection loses nothing, and sends nothing twice.
document.querySelectorAll('form[data-draft]').forEach(keep)

function keep(form) {
  const note = Object.assign(document.createElement('p'), { className: 'note draft-note' })
  note.setAttribute('role', 'status')
  form.prepend(note)
  // What the server sent back to be mended is newer than what this phone kept.
  if (!form.querySelector('.errs') && restore(form)) note.textContent = form.dataset.restored
  form.addEventListener('input', () => save(form))
  form.addEventListener('submit', event => {
    event.preventDefault()
    send(form, note)
  })
}

function keyOf(form) {
  return `draft ${form.dataset.draft}`
}

function fields(form) {
  return [...form.elements].filter(one => one.name && one.type !== 'file' && one.type !== 'hidden')
}

function chosen(field) {
  return /radio|checkbox/.test(field.type) ? field.checked : field.value
}

function save(form) {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(fields(form).filter(chosen).map(one => [one.name, one.value])))
  } catch { /* A full or forbidden store: the form works all the same. */ }
}

function restore(form) {
  let values = []
  try {
    values = JSON.parse(localStorage.getItem(keyOf(form)) || '[]')
  } catch { /* As above. */ }
  for (const [name, value] of values) {
    for (const one of fields(form).filter(field => field.name === name)) {
      if (/radio|checkbox/.test(one.type)) one.checked = one.checked || one.value === value
      else if (!one.value) one.value = value
    }
  }
  return values.length > 0
}

// The same request key goes with every try, so that a try that did arrive is not done again.
async function send(form, note) {
  const button = form.querySelector('button:not([type=button])')
  if (button.disabled) return
  button.disabled = true
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { accept: 'text/html' } })
    if (!answer.redirected) return show(await answer.text())
    localStorage.removeItem(keyOf(form))
    location.assign(answer.url)
  } catch {
    note.textContent = form.dataset.offline
    save(form)
    button.disabled = false
    if (!navigator.onLine) addEventListener('online', () => send(form, note), { once: true })
  }
}

// The page again, with what is to be mended.
function show(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  const main = document.getElementById('main')
  main.replaceChildren(...fresh.getElementById('main').childNodes)
  main.querySelectorAll('form[data-draft]').forEach(keep)
  document.dispatchEvent(new Event('linju:shown'))
  const wrong = main.querySelector('.errs')
  if (wrong) wrong.focus()
}
