// The verifier on its own: its sums against Node's and against published vectors, as one file on the command line, and on the page.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign, verify as nodeVerify, type KeyObject } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { raiseMatter } from '#modules/matters/public.ts'
import { canonical, plainIsSigned, plainSha256, plainSha512, readKey } from '../../public/verify.js'
import { sealAll } from '../../src/jobs/record.ts'
import { openBrowser } from '#test/browser.ts'
import { site, type Site } from '#test/site.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const hashed = (how: string, bytes: Uint8Array) => createHash(how).update(bytes).digest('hex')
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bareKey = (key: KeyObject) => Uint8Array.from(key.export({ format: 'der', type: 'spki' }).subarray(12))

describe('the plain sums', () => {
  test('hash as Node does, at every length round a block and at any other', () => {
    for (let length = 0; length < 300; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => i * 7)
      assert.equal(toHex(plainSha256(bytes)), hashed('sha256', bytes), `${length}`)
      assert.equal(toHex(plainSha512(bytes)), hashed('sha512', bytes), `${length}`)
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), bytes => assert.equal(toHex(plainSha256(bytes)), hashed('sha256', bytes))), { numRuns: 50 })
  })

  // RFC 8032 section 7.1, tests 1 to 3: key, message, signature.
  const RFC = [
    ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
    ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ] as const

  test('hold the signatures of RFC 8032, and none that was touched', () => {
    for (const [key, message, signature] of RFC) {
      assert.ok(plainIsSigned(hex(key), hex(message), hex(signature)))
      assert.ok(!plainIsSigned(hex(key), hex(`${message}00`), hex(signature)))
      for (const at of [0, 31, 32, 63]) {
        const touched = hex(signature)
        touched[at] = (touched[at] ?? 0) ^ 1
        assert.ok(!plainIsSigned(hex(key), hex(message), touched), `byte ${at}`)
      }
    }
  })

  test('agree with Node on signatures made and spoilt by chance', () => {
    for (let i = 0; i < 30; i++) {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519')
      const message = Uint8Array.from({ length: i * 5 }, (_, j) => j)
      const signature = Uint8Array.from(sign(null, message, privateKey))
      if (i % 2) signature[i] = (signature[i] ?? 0) ^ (1 << (i % 8))
      assert.equal(plainIsSigned(bareKey(publicKey), message, signature), nodeVerify(null, message, publicKey, signature), `${i}`)
    }
  })

  test('refuse a second writing of a signature or a key (RFC 8032: s below the order, y below the prime)', () => {
    const [key, message, signature] = RFC[1]
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = BigInt(`0x${toHex(hex(signature).subarray(32).toReversed())}`) + order
    const again = hex(signature)
    again.set(hex(s.toString(16).padStart(64, '0')).toReversed(), 32)
    assert.ok(!plainIsSigned(hex(key), hex(message), again))
    assert.ok(!plainIsSigned(hex('ed'.padEnd(62, 'f') + '7f'), hex(message), hex(signature)), 'y is the prime itself')
    assert.ok(!plainIsSigned(hex('01'.padEnd(62, '0') + '80'), hex(message), hex(signature)), 'minus zero')
  })

  test('write JSON as RFC 8785 does', () => {
    fc.assert(fc.property(fc.json(), text => {
      const value: unknown = JSON.parse(text)
      assert.equal(canonical(value), canonicalize(value))
    }))
    assert.equal(canonical({ '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\u0080': 5 }), '{"\\r":2,"1":4,"\u0080":5,"€":1,"\ufb33":3}')
  })

  test('read the published key and no mangled one', () => {
    const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    assert.equal(readKey(peter).name, 'PeterNeumann')
    for (let from = 0; from < peter.length; from++) {
      for (let to = from; to <= peter.length; to++) if (to - from < peter.length) assert.throws(() => readKey(peter.slice(from, to)))
    }
    for (const bad of ['PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW']) assert.throws(() => readKey(bad))
  })
})

describe('the record of a street', () => {
  let here: Site
  let browser: Browser
  let folder: string
  let key: string
  const files: Record<string, string> = {}
  before(async () => {
    here = await site()
    browser = await openBrowser()
    folder = await mkdtemp(join(tmpdir(), 'linju-verify-'))
    await sealAll(here.house)
    const size = Number((await fetch(`${here.address}/shicheng/record/checkpoint`).then(answer => answer.text())).split('\n')[1])
    const { id } = await here.act(raiseMatter, here.people.resident, { place: here.community.place('榕荫里 3号楼'), kind: 'broken', text: '楼道的灯不亮了' })
    await sealAll(here.house)
    key = (await fetch(`${here.address}/shicheng/record/key`).then(answer => answer.text())).trim()
    const page = await fetch(`${here.address}/shicheng/matters/${id}/proof`).then(answer => answer.text())
    const proof = /href="([^"]+\/proof\/\d+)"/.exec(page)?.[1] ?? assert.fail('no proof to take')
    await keep('receipt.json', `${proof}`)
    await keep('consistency.json', `/shicheng/record/consistency?from=${size}`)
    const touched = (await readFile(files['receipt.json'] ?? '', 'utf8')).replace('matters.raise', 'matters.close')
    files['touched.json'] = join(folder, 'touched.json')
    await writeFile(files['touched.json'], touched)
    // Alone in a folder, as somebody who took it along has it.
    await copyFile(new URL('../../public/verify.js', import.meta.url), join(folder, 'verify.js'))
  })
  after(async () => {
    await browser.close()
    await here.close()
    await rm(folder, { recursive: true })
  })
  const keep = async (name: string, path: string) => {
    files[name] = join(folder, name)
    const answer = await fetch(here.address + path)
    assert.equal(answer.status, 200, path)
    await writeFile(files[name], await answer.text())
  }
  const run = (...words: string[]) => spawnSync(process.execPath, [join(folder, 'verify.js'), ...words], { encoding: 'utf8' })

  test('is checked by one file on the command line', () => {
    const right = run(files['receipt.json'] ?? '', '--key', key)
    assert.match(right.stdout, /^RIGHT: receipt\n\d+ entries, root (?:[\da-f]{4} ){5}/)
    assert.match(right.stdout, /"action":"matters\.raise"/)
    assert.equal(right.status, 0)
    assert.match(run('--key', key, files['consistency.json'] ?? '').stdout, /^RIGHT: consistency/)
    const wrong = run(files['touched.json'] ?? '', '--key', key)
    assert.match(wrong.stdout, /^WRONG: the computed root is another one/)
    assert.equal(wrong.status, 1)
    assert.equal(run(join(folder, 'verify.js'), '--key', key).status, 2)
    assert.equal(run(join(folder, 'not-there'), '--key', key).status, 2)
    assert.match(run(files['receipt.json'] ?? '').stdout, /^node verify\.js FILE --key/)
  })

  const opened = async (): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
    await page.goto(`${here.address}/shicheng/record`)
    await page.getByText('打开核对页').click()
    await page.locator('form[data-verify]').waitFor()
    return page
  }
  const chosen = async (page: Page, file: string) => {
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: '核对' }).click()
  }

  test('is checked on the page, where nothing leaves the device', async () => {
    const page = await opened()
    const asked: string[] = []
    page.on('request', request => void asked.push(request.url()))
    await chosen(page, files['receipt.json'] ?? '')
    await page.getByText('这件事确实记在留痕里').waitFor()
    assert.match(await page.locator('[data-say=receipt]').innerText(), /提一件事|报/)
    await chosen(page, files['consistency.json'] ?? '')
    await page.getByText('前面记下的一件也没动过').waitFor()
    await chosen(page, files['touched.json'] ?? '')
    await page.getByText('有人改过').waitFor()
    assert.equal(await page.locator('[data-say]:not([hidden])').count(), 1)
    assert.deepEqual(asked, [])
    await page.context().close()
  })

  test('with scripts blocked is checked on a computer, and the page says so', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage()
    await page.goto(`${here.address}/verify`)
    assert.ok(await page.getByText('没有开脚本').isVisible())
    assert.ok(!await page.locator('form[data-verify]').isVisible())
    await page.context().close()
  })
})
