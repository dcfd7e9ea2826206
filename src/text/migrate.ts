// What is said when the schema cannot be brought up to date.
import { phrases } from '#kit/phrase.ts'

export const migrateText = phrases({
  newer: [
    (name: string) => `这份数据是更新的版本写的（多了 ${name}）。请先升级邻聚，再打开它。`,
    (name: string) => `This data was written by a newer version (it has ${name}). Upgrade Linju first, then open it.`,
  ],
})
