// Everything from a backup, into an empty place (LINJU_DATA, and DATABASE_URL where it is set):
// npm run restore -- --from FILE [--identity FILE | --passphrase] [--master-key FILE]
import type { Key } from '#kit/backup/lock.ts'
import { identitiesIn, optionsOf, passphrase } from '#kit/backup/options.ts'
import { restore } from '#kit/backup/restore.ts'
import { StartError } from '#kit/start-error.ts'
import { backupText } from '#text/backup.ts'
import { readConfig } from '../src/config.ts'
import { recordsAgree } from '../src/records-agree.ts'
import { explain } from '../src/server.ts'

async function main(): Promise<void> {
  const given = optionsOf({
    from: { type: 'string' }, identity: { type: 'string' }, passphrase: { type: 'boolean' }, 'master-key': { type: 'string' },
  })
  const { from } = given
  if (!from) throw new StartError(lang => backupText(lang).noFrom)
  const config = readConfig(process.env)
  const key: Key | undefined = given.identity ? { identities: await identitiesIn(given.identity) }
    : given.passphrase ? { passphrase: await passphrase(process.env) } : undefined
  const { tables, files } = await restore({ from, key, masterKey: given['master-key'], verify: recordsAgree, ...config })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  for (const lang of ['zh', 'en'] as const) console.log(backupText(lang).restored(config.dataFolder, tables.length, rows, files.count))
}

await main().catch(explain)
