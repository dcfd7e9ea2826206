// What is said when the schema cannot be brought up to date.
import { phrases } from '#kit/phrase.ts'

export const migrateText = phrases({
  newer: [
    (name: string) => `这份数据是更新的版本写的（多了 ${name}）。请先升级邻聚，再打开它。`,
    (name: string) => `This data was written by a newer version (it has ${name}). Upgrade Linju first, then open it.`,
  ],
  another: [
    '另一个邻聚已经升级这份数据十分钟了。请等它做完再启动。',
    'Another Linju has been bringing this data up to date for ten minutes. Start again when it is done.',
  ],
  busy: [
    (name: string) => `升级这份数据要改的表一直有人用着（${name}）。请等备份之类的长活做完，再启动。`,
    (name: string) => `A table that must change stays in use (${name}). Start again when long work, such as a backup, is done.`,
  ],
})
