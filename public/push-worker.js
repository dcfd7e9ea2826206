// Shows what was pushed; a tap opens it, and the button under it stops that matter in one tap. Keeps and fetches nothing else.
self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('push', event => {
  const { title, line, url, stop, stopWords, tag } = event.data.json()
  event.waitUntil(self.registration.showNotification(title, {
    body: line, tag, icon: '/static/mark.svg', data: { url, stop }, actions: stop ? [{ action: 'stop', title: stopWords }] : [],
  }))
})

self.addEventListener('notificationclick', event => {
  const { url, stop } = event.notification.data
  event.notification.close()
  if (event.action === 'stop') {
    event.waitUntil(fetch(stop, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }))
    return
  }
  event.waitUntil(self.clients.openWindow(url))
})
