// Whether all that was sealed into the records still is what the journal says: for what was restored.
import type pg from 'pg'
import { openDatabase } from '#kit/db.ts'
import { createSecrets } from '#kit/secrets.ts'
import { StartError } from '#kit/start-error.ts'
import { communities } from '#modules/communities/public.ts'
import { compared, nothingCompared } from '#modules/record/public.ts'
import { backupText } from '#text/backup.ts'

/** Makes every leaf, hash and head of every community's record anew and compares. Throws StartError for the first record that differs. */
export async function recordsAgree({ settings, masterKey }: { settings: pg.ClientConfig, masterKey: Uint8Array }): Promise<void> {
  const database = openDatabase(settings, { size: 2 })
  const secrets = createSecrets(masterKey)
  try {
    for (const { id, slug } of await communities(database.commons)) {
      let found = nothingCompared
      while (!found.done) found = await database.look(id, db => compared(db, secrets, found))
      const [wrong] = found.wrong
      if (wrong) throw new StartError(lang => backupText(lang).unlike(`${slug} ${wrong.what} ${wrong.at}`))
    }
  } finally {
    await database.close()
  }
}
