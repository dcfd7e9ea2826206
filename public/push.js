// Push to this device: form[data-push=key] shows itself where the browser can, asks its owner, and sends the subscription.
// data-failed: what to say when it did not work.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

const form = document.querySelector('form[data-push]')
if (form && navigator.serviceWorker && window.PushManager && window.Notification) {
  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    const button = form.querySelector('button')
    button.disabled = true
    subscribe().then(() => form.submit(), () => {
      button.disabled = false
      say(form.dataset.failed)
    })
  })
}

async function subscribe() {
  if (await Notification.requestPermission() !== 'granted') throw new Error('refused')
  await navigator.serviceWorker.register('/static/push-worker.js')
  const worker = await active()
  const key = bytes(form.dataset.push)
  const old = await worker.pushManager.getSubscription()
  // One that was made with another key (the installation moved) would never be reached.
  if (old && text(old.options.applicationServerKey) !== form.dataset.push) await old.unsubscribe()
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  form.elements.endpoint.value = subscription.endpoint
  form.elements.p256dh.value = text(subscription.getKey('p256dh'))
  form.elements.auth.value = text(subscription.getKey('auth'))
}

async function active() {
  const worker = await navigator.serviceWorker.getRegistration('/static/')
  if (!worker) throw new Error('no worker')
  for (let i = 0; !worker.active && i < 50; i++) await new Promise(done => setTimeout(done, 100))
  return worker
}

function say(words) {
  let note = form.querySelector('[role=status]')
  if (!note) {
    note = document.createElement('p')
    note.className = 'why'
    note.setAttribute('role', 'status')
    form.append(note)
  }
  note.textContent = words
}
