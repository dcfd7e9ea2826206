// Passkeys: button[data-passkey=sign-in|register] shows itself where the browser can, runs the ceremony and goes on to data-next.
// data-failed: what to say then. To register: data-name is the key's name, data-label the account's.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const withBytes = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }))

async function ask(address) {
  const answer = await fetch(`/sign-in/passkey/${address}`)
  if (!answer.ok) throw new Error(answer.status)
  return answer.json()
}

async function tell(address, body) {
  const answer = await fetch(`/sign-in/passkey/${address}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(answer.status)
}

function answerOf(key, response) {
  return { id: key.id, rawId: text(key.rawId), type: key.type, response, clientExtensionResults: {} }
}

async function signIn() {
  const asked = await ask('generate-authenticate-options')
  const key = await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: withBytes(asked.allowCredentials) },
  })
  const { clientDataJSON, authenticatorData, signature } = key.response
  await tell('verify-authentication', { response: answerOf(key, {
    clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature),
  }) })
}

async function register(button) {
  const asked = await ask(`generate-register-options?name=${encodeURIComponent(button.dataset.label || '')}`)
  const key = await navigator.credentials.create({
    publicKey: {
      ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: withBytes(asked.excludeCredentials),
    },
  })
  const { clientDataJSON, attestationObject } = key.response
  const transports = key.response.getTransports ? key.response.getTransports() : []
  await tell('verify-registration', {
    name: button.dataset.name,
    response: answerOf(key, { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject), transports }),
  })
}

function failed(button) {
  const next = button.nextElementSibling
  const said = next && next.matches('[role=alert]') ? next : button.insertAdjacentElement('afterend', document.createElement('p'))
  said.setAttribute('role', 'alert')
  said.className = 'why'
  said.textContent = button.dataset.failed
}

if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll('button[data-passkey]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      try {
        await (button.dataset.passkey === 'register' ? register(button) : signIn())
        location.assign(button.dataset.next)
      } catch {
        failed(button)
      }
    })
  }
}
