// Keys for whoever works through a queue all day: j k x o a u r / ?. They can be turned off, and rest while somebody types.
const OFF = 'queue keys off'
let off = stored()

prepare()
document.addEventListener('linju:shown', prepare)
document.addEventListener('keydown', event => {
  const act = acts[event.key]
  if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || off || typing(event.target)) return
  if (act() !== false) event.preventDefault()
})

const acts = {
  j: () => go(1),
  k: () => go(-1),
  x: () => tick(here()),
  o: () => open(here()),
  a: () => send('accept'),
  u: () => send('urgent'),
  r: () => write('reply'),
  '/': () => look('#words'),
  '?': () => {
    const keys = document.getElementById('keys')
    keys.open = !keys.open
    look('#keys summary')
  },
}

function prepare() {
  const keys = document.getElementById('keys')
  if (!keys) return
  keys.hidden = false
  const on = document.getElementById('keys-on')
  on.checked = !off
  on.addEventListener('change', () => choose(on.checked))
}

function rows() {
  return [...document.querySelectorAll('[data-row]')]
}

function here() {
  return document.activeElement && document.activeElement.closest('[data-row]')
}

function go(step) {
  const all = rows()
  const at = all.indexOf(here())
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]
  return next ? next.querySelector('a').focus() : false
}

function tick(row) {
  if (!row) return false
  const box = row.querySelector('input[type=checkbox]')
  box.checked = !box.checked
}

function open(row) {
  return row ? row.querySelector('a').click() : false
}

// Those that are ticked; when none is, the one that is looked at.
function chosen() {
  if (rows().some(row => row.querySelector('input:checked'))) return true
  return tick(here()) !== false
}

function send(name) {
  const button = document.querySelector(`[data-queue] button[value=${name}]`)
  return button && chosen() ? button.click() : false
}

function write(name) {
  const fold = document.querySelector(`[data-act=${name}]`)
  if (!fold || !chosen()) return false
  fold.open = true
  fold.querySelector('textarea').focus()
}

function look(where) {
  const found = document.querySelector(where)
  return found ? found.focus() : false
}

function typing(target) {
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target.tagName === 'INPUT' && !/checkbox|radio/.test(target.type))
}

function stored() {
  try {
    return localStorage.getItem(OFF) === 'yes'
  } catch {
    return false
  }
}

// In a forbidden store the choice is not kept: then it holds for this page.
function choose(on) {
  off = !on
  try {
    if (on) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, 'yes')
  } catch { /* As said. */ }
}
