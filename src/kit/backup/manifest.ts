// What a backup says of itself: its last member, so that a backup that was cut off has none.
import { z } from 'zod'
import { createSecrets } from '#kit/secrets.ts'

/** The schemas that hold what people did. graphile_worker is left out: its jobs come again by the clock. */
export const SCHEMAS = ['public', 'sign_in'] as const

/** The names of members. A table comes in pieces; a file by its community, the first two digits of its hash, and its hash. */
export const MANIFEST = 'manifest.json'
export const MASTER_KEY = 'master.key'
export const TABLE_PIECE = /^tables\/([a-z_]+\.[a-z_][a-z0-9_]*)\/\d{6}\.copy$/u
export const FILE = /^files\/(\d{1,10})\/([0-9a-f]{2})\/((\2[0-9a-f]{62})\.[a-z0-9]{1,8})$/u

/** One table as it was copied: columns in the order of the copy. */
export interface CopiedTable {
  name: string
  columns: string[]
  rows: number
}

const hash = z.string().regex(/^[0-9a-f]{64}$/u)
const whole = z.number().int().min(0)
// They become part of statements.
const table = z.string().regex(/^[a-z_]+\.[a-z_][a-z0-9_]*$/u)
const column = z.string().regex(/^[a-z_][a-z0-9_]*$/u)

export const manifest = z.strictObject({
  form: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Names of the migrations. */
  schema: z.array(z.string().regex(/^[\w-]+$/u)).min(1),
  tables: z.array(z.strictObject({ name: table, columns: z.array(column).min(1), rows: whole })),
  sequences: z.array(z.strictObject({ name: table, last: whole })),
  /** Of every member but the files, whose names are their hashes. */
  members: z.array(z.strictObject({ name: z.string(), bytes: whole, sha256: hash })),
  files: z.strictObject({ count: whole, bytes: whole }),
  /** Which master key belongs to it; says nothing about the key. */
  key: z.string(),
})

export type Manifest = z.output<typeof manifest>

/** By this a backup knows its master key again. */
export function signOfKey(masterKey: Uint8Array): string {
  return createSecrets(masterKey).receipt('the master key of this installation')
}
