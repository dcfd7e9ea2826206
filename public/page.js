// For every page, and none needs it: pages that change while you look, reading aloud, printing.
const main = document.getElementById('main')

live(main && main.dataset.live)
aloud(document.querySelector('[data-read]'))
printing(document.querySelector('[data-print]'))

/** Fetches the page anew when its subject changed; leaves alone whoever is typing. */
function live(address) {
  if (!address || !window.EventSource) return
  const source = new EventSource(address)
  let missed = false
  let waiting = null
  const soon = () => {
    waiting = waiting || setTimeout(() => {
      waiting = null
      refresh()
    }, 150)
  }
  source.addEventListener('message', soon)
  // What happened while the line was down was not heard.
  source.addEventListener('error', () => { missed = true })
  source.addEventListener('open', () => {
    if (missed) soon()
    missed = false
  })
  addEventListener('pagehide', () => source.close())
}

async function refresh() {
  if (busy()) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer || !answer.ok || busy()) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main')
  if (!fresh || fresh.innerHTML === main.dataset.seen) return
  const open = [...main.querySelectorAll('details')].map(one => one.open)
  main.dataset.seen = fresh.innerHTML
  main.replaceChildren(...fresh.childNodes)
  main.querySelectorAll('details').forEach((one, i) => { one.open = open[i] || one.open })
  tell(main.dataset.updated)
}

function busy() {
  const typed = [...main.querySelectorAll('textarea, input[type=text], input[type=search], input[type=tel]')].some(one => one.value !== one.defaultValue)
  return typed || (main.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName))
}

function tell(words) {
  if (!words) return
  let note = document.getElementById('updated')
  if (!note) {
    note = Object.assign(document.createElement('p'), { id: 'updated', className: 'vh' })
    note.setAttribute('role', 'status')
    document.body.append(note)
  }
  note.textContent = words
}

function aloud(button) {
  if (!button || !window.speechSynthesis) return
  const label = button.getAttribute('aria-label')
  button.hidden = false
  const say = on => {
    button.setAttribute('aria-label', on ? button.dataset.stop : label)
    button.setAttribute('aria-pressed', String(on))
  }
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel(), say(false)
    const words = new SpeechSynthesisUtterance(main.innerText)
    words.lang = document.documentElement.lang
    words.addEventListener('end', () => say(false))
    say(true)
    speechSynthesis.speak(words)
  })
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

function printing(button) {
  if (!button) return
  button.hidden = false
  button.addEventListener('click', () => print())
}
