// What the command line says.
import { phrases } from '#kit/phrase.ts'

export const serverText = phrases({
  tooFewConnections: [
    (processes: number, there: number, needed: number) => `${processes} 个进程要 ${needed} 个数据库连接，PostgreSQL 只给 ${there} 个。请减少 LINJU_PROCESSES，或调大 max_connections。`,
    (processes: number, there: number, needed: number) => `${processes} processes need ${needed} connections, and PostgreSQL gives ${there}. Lower LINJU_PROCESSES, or raise max_connections.`,
  ],
  setUp: ['这里还是空的。打开下面的链接建社区，或者先转一转：', 'Nothing is here yet. Open this link to found a community, or to look round first:'],
})
