// What is said at the command line when the database cannot be had: what is wrong, and what to do.
import { phrases } from '#kit/phrase.ts'

export const startText = phrases({
  folderIsFile: [
    (path: string) => `${path} 是一个文件，不是文件夹。请把它移走，或用 LINJU_DATA 指定别的文件夹。`,
    (path: string) => `${path} is a file, not a folder. Move it away, or set LINJU_DATA to another folder.`,
  ],
  folderNotWritable: [
    (path: string) => `${path} 打不开或写不进。请改一下它的权限，或用 LINJU_DATA 指定一个能写的文件夹。`,
    (path: string) => `${path} cannot be opened or written to. Change its permissions, or set LINJU_DATA to another folder.`,
  ],
  folderUnusable: [
    (path: string, code: string) => `${path} 用不了（${code}）。请用 LINJU_DATA 指定别的文件夹。`,
    (path: string, code: string) => `${path} cannot be used (${code}). Set LINJU_DATA to another folder.`,
  ],
  folderOfAnother: [
    (path: string) => `${path} 是别的账号建的。请换那个账号启动，或用 LINJU_DATA 指定别的文件夹。`,
    (path: string) => `${path} was made by another account. Start with that account, or set LINJU_DATA to another folder.`,
  ],
  folderHidden: [
    (path: string) => `数据库不能用 root 运行，而普通账号走不到 ${path}。请用 LINJU_DATA 指定别处，比如 /var/lib/linju。`,
    (path: string) => `The database may not run as root, and other accounts cannot reach ${path}. Set LINJU_DATA to e.g. /var/lib/linju.`,
  ],
  diskFull: [
    (path: string) => `${path} 所在的盘满了。请腾出 200 MB 以上，再启动。`,
    (path: string) => `The disk that holds ${path} is full. Free at least 200 MB, then start again.`,
  ],
  running: [
    (path: string) => `已经有一个邻聚在用 ${path}。请先停掉它，或用 LINJU_DATA 指定别的文件夹。`,
    (path: string) => `Linju is already running on ${path}. Stop it first, or set LINJU_DATA to another folder.`,
  ],
  otherMajor: [
    (path: string, theirs: string, ours: string) =>
      `${path} 是 PostgreSQL ${theirs} 的数据，这里带的是 ${ours}。请用写它的那一版邻聚打开，或用 LINJU_DATA 指定别的文件夹。`,
    (path: string, theirs: string, ours: string) =>
      `${path} holds data of PostgreSQL ${theirs}; this Linju brings ${ours}. Open it with the Linju that wrote it, or change LINJU_DATA.`,
  ],
  clusterDamaged: [
    (path: string, missing: string) => `${path} 里缺 ${missing}。请从备份恢复，或用 LINJU_DATA 指定别的文件夹。`,
    (path: string, missing: string) => `${path} lacks ${missing}. Restore it from a backup, or set LINJU_DATA to another folder.`,
  ],
  passwordStale: [
    (path: string) => `${path} 里的密码和数据库对不上。请从备份恢复这个文件。`,
    (path: string) => `The password in ${path} does not fit the database. Restore this file from a backup.`,
  ],
  noProgram: [
    (machine: string) => `没有适合 ${machine} 的内置 PostgreSQL。请重新运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL。`,
    (machine: string) => `There is no built-in PostgreSQL for ${machine}. Run npm ci again, or set DATABASE_URL to a PostgreSQL.`,
  ],
  programFails: [
    (why: string) => `内置的 PostgreSQL 跑不起来。请重新运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL。原因：${why}`,
    (why: string) => `The built-in PostgreSQL does not run. Run npm ci again, or set DATABASE_URL to a PostgreSQL. Reason: ${why}`,
  ],
  startFails: [
    (log: string, why: string) => `数据库没启动起来，请看 ${log}。最后一句：${why}`,
    (log: string, why: string) => `The database did not start; see ${log}. Its last words: ${why}`,
  ],
  badAddress: [
    'DATABASE_URL 看不懂。请写成 postgres://名字:密码@主机:5432/库名。',
    'DATABASE_URL cannot be read. Write it as postgres://name:password@host:5432/database.',
  ],
  unreachable: [
    (where: string) => `连不上 ${where} 的 PostgreSQL。请看看它开着没有，DATABASE_URL 写得对不对。`,
    (where: string) => `PostgreSQL at ${where} cannot be reached. Check that it runs and that DATABASE_URL is right.`,
  ],
  wrongPassword: [
    (role: string) => `PostgreSQL 不认 ${role} 的名字或密码。请改 DATABASE_URL。`,
    (role: string) => `PostgreSQL does not accept the name or password of ${role}. Correct DATABASE_URL.`,
  ],
  noDatabase: [
    (name: string) => `PostgreSQL 里没有 ${name} 这个库。请先建：CREATE DATABASE "${name}"。`,
    (name: string) => `PostgreSQL has no database ${name}. Create it first: CREATE DATABASE "${name}".`,
  ],
  connectionRefused: [
    (why: string) => `PostgreSQL 不让连：${why}。请改 DATABASE_URL 或它的设置。`,
    (why: string) => `PostgreSQL refuses the connection: ${why}. Change DATABASE_URL or its settings.`,
  ],
  tooOld: [
    (theirs: string, least: number) => `这个 PostgreSQL 是 ${theirs} 版，太旧了。请换 ${least} 版以上。`,
    (theirs: string, least: number) => `This PostgreSQL is version ${theirs}, which is too old. Use version ${least} or newer.`,
  ],
  notUnicode: [
    (name: string, encoding: string) => `${name} 库的编码是 ${encoding}。请建一个 UTF8 的库。`,
    (name: string, encoding: string) => `Database ${name} is encoded in ${encoding}. Create one in UTF8.`,
  ],
  mayNotCreateRoles: [
    (role: string) => `${role} 不能建角色。请运行：ALTER ROLE "${role}" CREATEROLE。`,
    (role: string) => `${role} may not create roles. Run: ALTER ROLE "${role}" CREATEROLE.`,
  ],
})
