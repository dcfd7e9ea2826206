import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { BadRequest, TooLarge, UnsupportedType } from '#kit/errors.ts'
import { formWithPhotos, formWithoutFiles, readForm } from '#kit/uploads.ts'

const megabyte = 1024 * 1024

function post(body: URLSearchParams | FormData | string | null, type?: string): Request {
  return new Request('http://linju.test/', { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) })
}

function typed(text: string): Request {
  return post(text, 'application/x-www-form-urlencoded')
}

function multipart(text: string): Request {
  return post(text, 'multipart/form-data; boundary=x')
}

function photo(bytes: number, name: string): File {
  return new File([new Uint8Array(bytes).fill(7)], name, { type: 'image/jpeg' })
}

function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(at, at + size))
      at += size
      if (at >= bytes.length) controller.close()
    },
  })
}

suite('what was typed', () => {
  test('arrives whole in both encodings, Chinese included, a repeated field as a list', async () => {
    const form = new FormData()
    form.append('words', '三号电梯异响 & more\r\n第二行')
    form.append('tag', 'a')
    form.append('tag', 'b')
    form.append('none', '')
    const encoded = new URLSearchParams([['words', '三号电梯异响 & more\r\n第二行'], ['tag', 'a'], ['tag', 'b'], ['none', '']])
    for (const body of [form, encoded]) {
      const { fields, files, problems } = await readForm(post(body), formWithoutFiles)
      assert.deepEqual({ ...fields }, { words: '三号电梯异响 & more\r\n第二行', tag: ['a', 'b'], none: '' })
      assert.deepEqual([files, problems], [[], []])
    }
  })

  test('an empty form is an empty form', async () => {
    assert.deepEqual({ ...(await readForm(typed(''))).fields }, {})
    assert.deepEqual({ ...(await readForm(post(null, 'application/x-www-form-urlencoded'))).fields }, {})
  })

  test('a field called __proto__ or constructor changes no object', async () => {
    const form = new FormData()
    for (const name of ['__proto__', '__proto__', 'constructor', '__proto__[admin]']) form.append(name, 'admin')
    for (const request of [post(form), typed('__proto__=admin&__proto__=admin&constructor=admin&__proto__[admin]=admin')]) {
      const { fields } = await readForm(request)
      assert.deepEqual(Object.keys(fields), ['constructor', '__proto__[admin]'])
      assert.equal(Object.getPrototypeOf(Object.assign({}, fields)), Object.prototype)
      assert.equal('admin' in {}, false)
    }
  })

  test('too much text, too many fields or an endless name is refused in both encodings', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => [`f${i}`, 'x'])
    const form = new FormData()
    for (const [name, value] of many) form.append(name ?? '', value ?? '')
    await assert.rejects(readForm(post(form)), TooLarge)
    await assert.rejects(readForm(post(new URLSearchParams(many))), TooLarge)
    await assert.rejects(readForm(typed(`words=${'长'.repeat(70_000)}`)), TooLarge)
    await assert.rejects(readForm(typed(`a=${'x'.repeat(150_000)}&b=${'x'.repeat(150_000)}`)), TooLarge)
    await assert.rejects(readForm(typed(`${'n'.repeat(3000)}=1`)), BadRequest)
    const long = new FormData()
    long.append('words', 'x'.repeat(300_000))
    await assert.rejects(readForm(post(long)), TooLarge)
  })

  test('exactly 200 fields still fit', async () => {
    const many = Array.from({ length: 200 }, (_, i) => [`f${i}`, 'x'])
    assert.equal(Object.keys((await readForm(post(new URLSearchParams(many)))).fields).length, 200)
  })
})

suite('photos in a form', () => {
  test('arrive byte for byte under their Chinese name, the folder cut off', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(60_000))
    const form = new FormData()
    form.append('photos', new File([bytes], 'C:\\照片\\三号电梯.jpg'))
    const { files } = await readForm(post(form))
    assert.equal(files.length, 1)
    assert.deepEqual({ field: files[0]?.field, name: files[0]?.name }, { field: 'photos', name: '三号电梯.jpg' })
    assert.ok(files[0]?.bytes.equals(bytes))
  })

  test('an input in which nothing was chosen is no file', async () => {
    const form = new FormData()
    form.append('photos', new File([], ''))
    form.append('words', 'x')
    const { files, problems, fields } = await readForm(post(form))
    assert.deepEqual([files, problems, fields.words], [[], [], 'x'])
  })

  test('a photo of 15 MB is left out by name; the words and the other photo stay', async () => {
    const form = new FormData()
    form.append('before', '楼道灯坏了')
    form.append('photos', photo(15 * megabyte, 'big.jpg'))
    form.append('photos', photo(10 * megabyte, 'just.jpg'))
    form.append('after', '三天了')
    const { fields, files, problems } = await readForm(post(form))
    assert.deepEqual({ ...fields }, { before: '楼道灯坏了', after: '三天了' })
    assert.deepEqual(files.map(file => [file.name, file.bytes.length]), [['just.jpg', 10 * megabyte]])
    assert.deepEqual(problems.map(problem => [problem.field, problem.name]), [['photos', 'big.jpg']])
    assert.match(problems[0]?.reason('zh') ?? '', /big\.jpg.*10 MB/)
  })

  test('the tenth photo is left out with a word, not with an error', async () => {
    const form = new FormData()
    for (let i = 1; i <= 10; i++) form.append('photos', photo(100, `${i}.jpg`))
    const { files, problems } = await readForm(post(form))
    assert.deepEqual([files.length, problems.map(problem => problem.name)], [9, ['10.jpg']])
  })

  test('a form without photos says that it takes none', async () => {
    const form = new FormData()
    form.append('photos', photo(100, 'a.jpg'))
    const { files, problems } = await readForm(post(form), formWithoutFiles)
    assert.deepEqual([files.length, problems.length], [0, 1])
  })

  test('a body beyond the whole limit is refused, with and without a length told beforehand', async () => {
    const bytes = new Uint8Array(3 * megabyte).fill(7)
    bytes.set(new TextEncoder().encode('--x\r\ncontent-disposition: form-data; name="p"; filename="p"\r\n\r\n'))
    const init = { method: 'POST', body: inPieces(bytes, 65_536), duplex: 'half' as const }
    const type = 'multipart/form-data; boundary=x'
    const untold = new Request('http://linju.test/', { ...init, headers: { 'content-type': type } })
    await assert.rejects(readForm(untold, { ...formWithPhotos, body: megabyte }), TooLarge)
    const told = new Request('http://linju.test/', {
      method: 'POST', body: '--x--', headers: { 'content-type': type, 'content-length': '99999999999' },
    })
    await assert.rejects(readForm(told), TooLarge)
  })
})

suite('a broken body', () => {
  test('of another type is 415', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/mixed; boundary=x', 'multipart/form-dataX; boundary=x']) {
      await assert.rejects(readForm(post('{}', type)), UnsupportedType)
    }
  })

  test('without a boundary, without a name, or cut off anywhere is 400', async () => {
    await assert.rejects(readForm(post('x', 'multipart/form-data')), BadRequest)
    await assert.rejects(readForm(post(null, 'multipart/form-data; boundary=x')), BadRequest)
    await assert.rejects(readForm(multipart('--x\r\ncontent-disposition: form-data\r\n\r\nwords\r\n--x--\r\n')), BadRequest)
    const whole = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'
      + '--x\r\ncontent-disposition: form-data; name="p"; filename="p.jpg"\r\n\r\nbytes\r\n--x--'
    assert.equal((await readForm(multipart(whole))).files.length, 1)
    for (let length = 0; length < whole.length; length++) {
      await assert.rejects(readForm(multipart(whole.slice(0, length))), BadRequest, `cut at ${length}`)
    }
  })

  test('whose sender goes away is 400', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('--x\r\ncontent-disposition: form-data; name="p"; filename="p"\r\n\r\nby'))
        controller.error(new Error('gone'))
      },
    })
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    await assert.rejects(readForm(new Request('http://linju.test/', { method: 'POST', body, duplex: 'half', headers })), BadRequest)
  })

  test('never hangs and never ends in anything but a form or a refusal, however it is cut into pieces', async () => {
    const scraps = ['--x', '--x--', '\r\n', '\r\n\r\n', '-', 'content-disposition: form-data; name="a"', '; filename="f"', 'text', '中',
      'content-disposition: form-data; name=__proto__', 'content-type: text/plain; charset=gbk', 'content-type: application/octet-stream']
    const body = fc.array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 6 })), { maxLength: 25 })
    await fc.assert(fc.asyncProperty(body, fc.integer({ min: 1, max: 50 }), async (parts, size) => {
      const stream = inPieces(new TextEncoder().encode(`--x\r\n${parts.join('')}`), size)
      const headers = { 'content-type': 'multipart/form-data; boundary=x' }
      const request = new Request('http://linju.test/', { method: 'POST', body: stream, duplex: 'half', headers })
      await readForm(request).catch((error: unknown) => assert.ok(error instanceof BadRequest || error instanceof TooLarge))
    }), { numRuns: 400, timeout: 2000 })
  })
})
