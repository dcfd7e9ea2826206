// For the tests of sign-in: an authenticator in software (WebAuthn level 2, ES256, attestation «none»).
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

interface Asked {
  challenge: string
}

export interface Authenticator {
  /** The answer to registration options, as a browser would post it. */
  register(options: Asked): object
  /** The answer to sign-in options. */
  authenticate(options: Asked): object
}

/** A device with one key for `origin`. */
export function makeAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const site = createHash('sha256').update(new URL(origin).hostname).digest()
  let used = 0
  const head = (flags: number) => Buffer.concat([site, Buffer.from([flags]), number32(++used)])
  const common = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {} }

  return {
    register({ challenge }) {
      // User present, user verified, key attached.
      const data = Buffer.concat([head(0x45), Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)])
      const clientDataJSON = clientData('webauthn.create', challenge, origin).toString('base64url')
      const attestationObject = attestation(data).toString('base64url')
      return { ...common, response: { clientDataJSON, attestationObject, transports: ['internal'] } }
    },
    authenticate({ challenge }) {
      const data = head(0x05)
      const client = clientData('webauthn.get', challenge, origin)
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), privateKey)
      return { ...common, response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      } }
    },
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

// CBOR by hand, RFC 8949: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, that is EC2, ES256, P-256.
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32]), Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 32]), Buffer.from(y, 'base64url'),
  ])
}

// CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}.
function attestation(data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0xa3, 0x63]), Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none'),
    Buffer.from([0x67]), Buffer.from('attStmt'), Buffer.from([0xa0]),
    Buffer.from([0x68]), Buffer.from('authData'), Buffer.from([0x58, data.length]), data,
  ])
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
