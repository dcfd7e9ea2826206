// For every page, and none needs it: pages that change while you look, calls for help, reading aloud, printing.
const main = document.getElementById('main')
const LONGEST = 60000

live(main && main.dataset.live)
aloud(document.querySelector('[data-read]'))
printing(document.querySelector('[data-print]'))

/** Hears when the page's subject changed. The browser comes back by itself after a cut; after a refusal we do, more slowly each time. */
function live(address) {
  if (!address || !window.EventSource) return
  let source = null
  let missed = false
  let waiting = 0
  let pause = 2000
  const open = () => {
    source = new EventSource(address)
    source.addEventListener('message', event => {
      if (event.data === main.dataset.own) asked()
      else soon()
    })
    source.addEventListener('open', () => {
      pause = 2000
      // What happened while the line was down was not heard.
      if (missed) soon()
      missed = false
    })
    source.addEventListener('error', () => {
      missed = true
      if (source.readyState !== EventSource.CLOSED) return
      setTimeout(open, pause * (1 + Math.random()))
      pause = Math.min(pause * 2, LONGEST)
    })
  }
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(refresh, 100 + Math.random() * 200)
  }
  open()
  addEventListener('pagehide', () => source.close())
  addEventListener('pageshow', event => {
    if (!event.persisted) return
    missed = true
    open()
  })
}

/** Fetches the page anew; whoever is typing or has a dialog open is offered it instead. */
async function refresh() {
  if (busy()) return tell(main.dataset.newer, true)
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer || !answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main')
  if (busy()) return tell(main.dataset.newer, true)
  if (!fresh) return
  const open = [...main.querySelectorAll('details')].map(one => one.open)
  const focused = main.contains(document.activeElement) && document.activeElement.getAttribute('href')
  main.replaceChildren(...fresh.childNodes)
  main.querySelectorAll('details').forEach((one, i) => { one.open = open[i] || one.open })
  const again = focused && [...main.querySelectorAll('a[href]')].find(one => one.getAttribute('href') === focused)
  if (again) again.focus({ preventScroll: true })
  document.dispatchEvent(new Event('linju:shown'))
  tell(main.dataset.updated, false)
}

/** Somebody near calls for help: said on whatever page is open. */
async function asked() {
  const answer = await fetch(main.dataset.asking).catch(() => null)
  if (!answer || !answer.ok) return
  const line = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.asked')
  const there = document.querySelector('.asked')
  if (there) there.remove()
  if (line) document.body.prepend(line)
}

function busy() {
  if (document.querySelector('dialog[open]')) return true
  const here = document.activeElement
  if (main.contains(here) && /^(INPUT|TEXTAREA|SELECT)$/.test(here.tagName)) return true
  return [...main.querySelectorAll('input:not([type=hidden]), textarea')].some(one =>
    /radio|checkbox/.test(one.type) ? one.checked !== one.defaultChecked : one.value !== one.defaultValue)
}

function tell(words, offer) {
  if (!words) return
  let note = document.getElementById('news')
  if (!note) {
    note = Object.assign(document.createElement('p'), { id: 'news' })
    note.setAttribute('role', 'status')
    document.body.append(note)
  }
  note.className = offer ? 'news no-print' : 'vh'
  note.replaceChildren(offer ? Object.assign(document.createElement('a'), { href: location.href, textContent: words }) : words)
}

/** Sentence by sentence: browsers fall silent in the middle of a long text. */
function aloud(button) {
  if (!button || !window.speechSynthesis) return
  const label = button.getAttribute('aria-label')
  button.hidden = false
  const say = on => {
    button.setAttribute('aria-label', on ? button.dataset.stop : label)
    button.setAttribute('aria-pressed', String(on))
  }
  const hush = () => {
    speechSynthesis.cancel()
    say(false)
  }
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) return hush()
    const text = [...main.children].filter(one => !one.matches('.foot, .own-qr')).map(one => one.innerText).join('\n')
    const said = text.split(/[。？\n]+/).filter(words => words.trim()).map(words => new SpeechSynthesisUtterance(words))
    if (said.length === 0) return
    said[said.length - 1].addEventListener('end', () => say(false))
    say(true)
    for (const words of said) {
      words.lang = document.documentElement.lang
      speechSynthesis.speak(words)
    }
  })
  addEventListener('pagehide', hush)
}

function printing(button) {
  if (!button) return
  button.hidden = false
  button.addEventListener('click', () => print())
}
