// POST to an address that a person gave us: never into the machine's own network, no redirects, ten seconds, a short answer.
import { lookup, type LookupAddress } from 'node:dns'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { ofStatus, type Outcome } from './outcome.ts'

/** Where such a POST may go. `loopback`: to this machine as well, without TLS; for tests and for programs beside ours. */
export interface Reach {
  readonly loopback: boolean
}

const PATIENCE = 10_000
const LONGEST = 64 * 1024

/** The answer, or why there was none. `text` is at most 64 KB. */
export type Posted = Outcome & { readonly text: string }

const privateNets = new BlockList()
// RFC 6890, RFC 6598, RFC 4193, RFC 4291: whatever is not out in the open.
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) privateNets.addSubnet(net, bits)
for (const [net, bits] of [['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 32], ['2001:db8::', 32],
  ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) privateNets.addSubnet(net, bits, 'ipv6')

const loopbackNets = new BlockList()
loopbackNets.addSubnet('127.0.0.0', 8)
loopbackNets.addAddress('::1', 'ipv6')

/** True for an address to which `post` would send: https to a name or a public address, or http to this machine where that is allowed. */
export function mayReach(address: string, reach: Reach): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username } = new URL(address)
  const host = hostname.replace(/^\[|\]$/gu, '')
  if (username !== '') return false
  if (protocol === 'http:') return reach.loopback && isIP(host) !== 0 && isIn(loopbackNets, host)
  return protocol === 'https:' && (isIP(host) === 0 ? host.includes('.') : isOpen(host, reach))
}

/** Sends; never throws. */
export async function post(
  address: string, reach: Reach, { headers, body }: { headers: Record<string, string | number>, body: string | Uint8Array },
): Promise<Posted> {
  if (!mayReach(address, reach)) return { how: 'never', why: 'address', text: '' }
  const url = new URL(address)
  const options: RequestOptions = {
    method: 'POST', agent: false, lookup: openLookup(reach), signal: AbortSignal.timeout(PATIENCE),
    headers: { 'user-agent': 'Linju', ...headers, 'content-length': Buffer.byteLength(body) },
  }
  return new Promise(resolve => {
    const failed = (error: NodeJS.ErrnoException) => resolve({
      how: error.code === 'EPRIVATE' ? 'never' : 'again', why: error.name === 'AbortError' ? 'timeout' : error.code ?? 'network', text: '',
    })
    const sending = (url.protocol === 'http:' ? httpRequest : httpsRequest)(url, options, answer => {
      let text = ''
      const answered = () => resolve({ ...ofStatus(answer.statusCode ?? 0), text: text.slice(0, LONGEST) })
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => {
        text += piece
        if (text.length <= LONGEST) return
        answered()
        sending.destroy()
      })
      answer.on('error', failed)
      answer.on('end', answered)
    })
    sending.on('error', failed)
    sending.end(body)
  })
}

// Asked at the moment of connecting, and connected to what was looked at: a name cannot point elsewhere in between.
function openLookup(reach: Reach): LookupFunction {
  return (host, options, done) => lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '')
    const open = found.filter(({ address }) => isOpen(address, reach))
    if (open.length < found.length || !open[0]) return done(Object.assign(new Error('not out in the open'), { code: 'EPRIVATE' }), '')
    return options.all ? done(null, open) : done(null, open[0].address, open[0].family)
  })
}

function isOpen(address: string, reach: Reach): boolean {
  if (isIn(loopbackNets, address)) return reach.loopback
  return !isIn(privateNets, address)
}

function isIn(nets: BlockList, address: string): boolean {
  const family: LookupAddress['family'] = isIP(address)
  return nets.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
