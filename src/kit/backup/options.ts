// What backup and restore are told at the command line.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { StartError } from '#kit/start-error.ts'
import { backupText } from '#text/backup.ts'

const SHORTEST = 12

/** The options of a command. Throws StartError for what it does not know. */
export function optionsOf<const T extends ParseArgsOptionsConfig>(options: T) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new StartError(lang => backupText(lang).unknownOption(error instanceof Error ? error.message : ''))
  }
}

/** The passphrase: LINJU_PASSPHRASE, or what is typed (not shown) or piped in. Throws StartError for one that is soon guessed. */
export async function passphrase(env: NodeJS.ProcessEnv): Promise<string> {
  const given = env['LINJU_PASSPHRASE'] || await typed()
  if (given.length < SHORTEST) throw new StartError(lang => backupText(lang).shortPassphrase)
  return given
}

async function typed(): Promise<string> {
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() })
  process.stderr.write(`${backupText('zh').askPassphrase} ${backupText('en').askPassphrase} `)
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: process.stdin.isTTY })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

/** The private keys in a file as age-keygen writes it. Throws StartError. */
export async function identitiesIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => { throw new StartError(lang => backupText(lang).noSuchFile(path)) })
  return text.split(/\r?\n/u).map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'))
}
