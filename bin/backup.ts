// Everything into one file, while Linju runs or stands still:
// npm run backup -- [--to FILE] [--recipient age1… (several times) | --passphrase]
import { join } from 'node:path'
import { backUp } from '#kit/backup/backup.ts'
import type { Lock } from '#kit/backup/lock.ts'
import { optionsOf, passphrase } from '#kit/backup/options.ts'
import { openSource } from '#kit/backup/source.ts'
import { backupText } from '#text/backup.ts'
import { readConfig } from '../src/config.ts'
import { explain } from '../src/server.ts'

async function main(): Promise<void> {
  const { to, recipient, passphrase: withPassphrase } = optionsOf({
    to: { type: 'string' }, recipient: { type: 'string', multiple: true }, passphrase: { type: 'boolean' },
  })
  const config = readConfig(process.env)
  const lock: Lock | undefined = recipient ? { recipients: recipient } : withPassphrase ? { passphrase: await passphrase(process.env) } : undefined
  const path = to ?? `linju-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.tar.gz${lock ? '.age' : ''}`
  const source = await openSource(config)
  const { manifest: { tables, files }, spoiled } = await backUp({ settings: source.settings, ...config, to: path, lock }).finally(source.close)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  for (const lang of ['zh', 'en'] as const) {
    console.log(backupText(lang).made(path, tables.length, rows, files.count))
    if (!lock) console.log(backupText(lang).withoutKey(join(config.dataFolder, 'master.key')))
    if (spoiled.length > 0) console.error(backupText(lang).spoiled(spoiled.join(' ')))
  }
}

await main().catch(explain)
