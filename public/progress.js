// How far a long act is: opens the address in data-progress while the form is on its way; the last part of what it hears is per cent.
for (const form of document.querySelectorAll('form[data-progress]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sending) return event.preventDefault()
    form.dataset.sending = 'true'
    const line = form.querySelector('[role=status]')
    line.hidden = false
    const heard = new EventSource(form.dataset.progress)
    heard.addEventListener('message', ({ data }) => {
      const share = data.split('/').pop()
      line.querySelector('progress').value = share
      line.querySelector('b').textContent = `${share} %`
    })
  })
}
// Back from the next page, the form may be sent once more.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sending]')) delete form.dataset.sending
})
