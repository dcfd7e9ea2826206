// Reads what a web form sends, within limits, so that no body can fill the memory and no wrong file loses what was typed.
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { BusboyFileStream, BusboyInstance } from '@fastify/busboy'
import { BadRequest, Problem, TooLarge, UnsupportedType } from '#kit/errors.ts'
import { shownName } from '#kit/filename.ts'
import type { Said } from '#kit/phrase.ts'
import { photoText } from '#text/photos.ts'

/** What one form may send. Sizes in bytes; `fieldBytes` counts the names and values of all fields together. */
export interface FormLimits {
  body: number
  fields: number
  fieldBytes: number
  files: number
  fileBytes: number
}

/** One file as it came, by the form field's name. `name` is for showing only. */
export interface FormFile {
  field: string
  name: string
  bytes: Buffer
}

/** A file that was left out while the rest of the form was read. */
export interface FileProblem {
  field: string
  name: string
  reason: Said
}

/** A form as read: a field that came several times is a list; `fields` has no prototype. */
export interface Form {
  fields: Record<string, string | string[]>
  files: FormFile[]
  problems: FileProblem[]
}

const megabyte = 1024 * 1024

/** Up to 9 photos of 10 MB with text: raise, replies, reports of a visit. */
export const formWithPhotos: FormLimits = {
  body: 95 * megabyte, fields: 200, fieldBytes: 200 * 1024, files: 9, fileBytes: 10 * megabyte,
}

/** One table of 20 MB: a roster. */
export const formWithTable: FormLimits = {
  body: 21 * megabyte, fields: 20, fieldBytes: 20 * 1024, files: 1, fileBytes: 20 * megabyte,
}

/** Text only: every other form. */
export const formWithoutFiles: FormLimits = {
  body: 256 * 1024, fields: 200, fieldBytes: 200 * 1024, files: 0, fileBytes: 0,
}

/** Reads a form of either encoding. Throws TooLarge (413), UnsupportedType (415) and BadRequest (400) for a broken or cut-off body. */
export async function readForm(request: Request, limits: FormLimits = formWithPhotos): Promise<Form> {
  const type = request.headers.get('content-type') ?? ''
  const encoded = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)
  if (!encoded && !/^multipart\/form-data\s*(;|$)/i.test(type)) throw new UnsupportedType(lang => photoText(lang).notForm)
  // One Chinese character is 3 bytes of text and 9 bytes in this encoding.
  const most = encoded ? Math.min(limits.body, 4 * limits.fieldBytes) : limits.body
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  if (!request.body) return encoded ? emptyForm() : unreadable()
  const sheet = newSheet(limits)
  try {
    const parser = openParser(type, limits)
    take(parser, sheet)
    await pipeline(request.body, body => metered(body, most), parser)
  } catch (error) {
    if (error instanceof Problem) throw error
    unreadable(error)
  }
  return finish(sheet)
}

function emptyForm(): Form {
  return { fields: Object.create(null), files: [], problems: [] }
}

function unreadable(cause?: unknown): never {
  throw Object.assign(new BadRequest(lang => photoText(lang).unreadable), { cause })
}

function tooLarge(bytes: number): TooLarge {
  if (bytes < megabyte) return new TooLarge(lang => photoText(lang).tooMuchText)
  return new TooLarge(lang => photoText(lang).formTooLarge(Math.round(bytes / megabyte)))
}

interface TakenFile {
  field: string
  name: string
  pieces: Buffer[]
  tooLarge: boolean
}

interface Sheet {
  limits: FormLimits
  fields: [name: string, value: string][]
  fieldBytes: number
  files: TakenFile[]
}

function newSheet(limits: FormLimits): Sheet {
  return { limits, fields: [], fieldBytes: 0, files: [] }
}

function openParser(type: string, limits: FormLimits): BusboyInstance {
  return new Busboy({
    headers: { 'content-type': type },
    // By default any octet-stream part is a file; a browser always names its files.
    isPartAFile: (_field, _type, name) => name !== undefined,
    limits: {
      fieldNameSize: 200,
      fieldSize: limits.fieldBytes,
      // One more than we take, since the parser drops the rest in silence.
      fields: limits.fields + 1,
      fileSize: limits.fileBytes,
      // Files beyond the limit are named in the answer, so they are read; these bounds only stop nonsense.
      parts: limits.fields + 100,
      headerPairs: 20,
      headerSize: 8 * 1024,
    },
  })
}

function take(parser: BusboyInstance, sheet: Sheet): void {
  parser.on('field', (name, value, nameCut, valueCut) => {
    const refusal = takeField(sheet, name, value, nameCut, valueCut)
    if (refusal) parser.destroy(refusal)
  })
  parser.on('file', (field, stream, name) => takeFile(sheet, field, stream, name))
  parser.on('partsLimit', () => parser.destroy(new TooLarge(lang => photoText(lang).tooManyFields)))
}

function takeField(sheet: Sheet, name: string | undefined, value: string, nameCut: boolean, valueCut: boolean): Problem | null {
  if (name === undefined || nameCut) return new BadRequest(lang => photoText(lang).unreadable)
  sheet.fieldBytes += Buffer.byteLength(name) + Buffer.byteLength(value)
  if (valueCut || sheet.fieldBytes > sheet.limits.fieldBytes) return new TooLarge(lang => photoText(lang).tooMuchText)
  sheet.fields.push([name, value])
  return sheet.fields.length > sheet.limits.fields ? new TooLarge(lang => photoText(lang).tooManyFields) : null
}

function takeFile(sheet: Sheet, field: string | undefined, stream: BusboyFileStream, name: string | undefined): void {
  const file: TakenFile = { field: field ?? '', name: shownName(name ?? ''), pieces: [], tooLarge: false }
  sheet.files.push(file)
  stream.on('limit', () => {
    file.tooLarge = true
    file.pieces = []
  })
  stream.on('data', (piece: Buffer) => {
    if (!file.tooLarge) file.pieces.push(piece)
  })
  // The parser itself reports the same error; unheard on the file, it would end the process.
  stream.on('error', () => {})
}

async function* metered(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > most) throw tooLarge(most)
    yield piece
  }
}

function finish(sheet: Sheet): Form {
  const form = emptyForm()
  for (const [name, value] of sheet.fields) addField(form.fields, name, value)
  for (const file of sheet.files) addFile(form, file, sheet.limits)
  return form
}

function addField(fields: Form['fields'], name: string, value: string): void {
  // Harmless here, but a later Object.assign into a plain object would set its prototype.
  if (name === '__proto__') return
  const before = fields[name]
  fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
}

function addFile(form: Form, taken: TakenFile, limits: FormLimits): void {
  const { field, name } = taken
  const bytes = Buffer.concat(taken.pieces)
  taken.pieces = []
  // A file input in which nothing was chosen.
  if (!name && bytes.length === 0 && !taken.tooLarge) return
  const leave = (reason: Said) => void form.problems.push({ field, name, reason })
  if (limits.files === 0) return leave(lang => photoText(lang).noFilesHere(name))
  if (taken.tooLarge) return leave(lang => photoText(lang).fileTooLarge(name, Math.round(limits.fileBytes / megabyte)))
  if (form.files.length === limits.files) return leave(lang => photoText(lang).tooManyFiles(name, limits.files))
  form.files.push({ field, name, bytes })
}
