// What is said at the command line when a copy is made of everything, or everything is made from a copy.
import { phrases } from '#kit/phrase.ts'

export const backupText = phrases({
  made: [
    (path: string, tables: number, rows: number, files: number) => `备份好了：${path}（${tables} 张表，${rows} 行，${files} 个文件）。`,
    (path: string, tables: number, rows: number, files: number) => `Backed up to ${path}: ${tables} tables, ${rows} rows, ${files} files.`,
  ],
  withoutKey: [
    (path: string) => `没有加密的备份里不放主密钥。请另外保管好 ${path}：没有它，电话号码再也打不开。想放在一起，请加 --recipient 或 --passphrase。`,
    (path: string) => `A backup that is not encrypted does not hold the master key. Keep ${path} safe elsewhere: without it no phone number can be read again. To keep them together, add --recipient or --passphrase.`,
  ],
  spoiled: [
    (names: string) => `这些文件在磁盘上已经坏了，没放进备份：${names}。`,
    (names: string) => `These files are damaged on the disk and were left out: ${names}.`,
  ],
  nothingHere: [
    (path: string) => `${path} 里还没有邻聚的数据。请用 LINJU_DATA 或 DATABASE_URL 指明要备份哪里。`,
    (path: string) => `There is no data of Linju in ${path}. Say with LINJU_DATA or DATABASE_URL what to back up.`,
  ],
  notNow: [
    (why: string) => `没备份成，什么也没留下：${why}。`,
    (why: string) => `Not backed up, and nothing was left behind: ${why}.`,
  ],
  fileThere: [
    (path: string) => `${path} 已经有了。请换个名字，或先把它移走。`,
    (path: string) => `${path} is there already. Choose another name, or move it away first.`,
  ],
  notAKey: [
    (begins: string) => `${begins}… 不是 age 的密钥。公钥以 age1 开头，私钥以 AGE-SECRET-KEY-1 开头。`,
    (begins: string) => `${begins}… is no key of age. Public keys begin with age1, private ones with AGE-SECRET-KEY-1.`,
  ],
  wrongKey: ['这把钥匙打不开这份备份。请换对应的私钥或口令。', 'This key does not open this backup. Use the private key or the passphrase that belongs to it.'],
  needKey: ['这份备份是加密的。请用 --identity 给私钥文件，或用 --passphrase。', 'This backup is encrypted. Give the file with the private key by --identity, or use --passphrase.'],
  askPassphrase: ['口令：', 'Passphrase:'],
  shortPassphrase: ['口令至少要 12 个字。请用 LINJU_PASSPHRASE 或在提示后输入。', 'A passphrase has at least 12 characters. Set LINJU_PASSPHRASE, or type it when asked.'],
  noFrom: ['请用 --from 指明备份文件。', 'Name the backup with --from.'],
  unknownOption: [
    (why: string) => `这样写看不懂：${why}。`,
    (why: string) => `This cannot be understood: ${why}.`,
  ],
  damaged: [
    (path: string) => `${path} 不完整，或者被改动过。什么也没恢复，请换一份备份。`,
    (path: string) => `${path} is cut off or was changed. Nothing was restored; use another backup.`,
  ],
  notABackup: [
    (path: string) => `${path} 不是邻聚的备份。`,
    (path: string) => `${path} is no backup of Linju.`,
  ],
  noSuchFile: [
    (path: string) => `找不到 ${path}，或者打不开。`,
    (path: string) => `${path} is not there or cannot be opened.`,
  ],
  newer: [
    (name: string) => `这份备份是更新的版本做的（多了 ${name}）。请先升级邻聚，再恢复。`,
    (name: string) => `This backup was made by a newer version (it has ${name}). Upgrade Linju first, then restore.`,
  ],
  needMasterKey: [
    '这份备份里没有主密钥。请用 --master-key 给出一起保管的 master.key。',
    'This backup does not hold the master key. Give the master.key that was kept with it by --master-key.',
  ],
  otherMasterKey: [
    (path: string) => `${path} 不是这份备份的主密钥。什么也没恢复。`,
    (path: string) => `${path} is not the master key of this backup. Nothing was restored.`,
  ],
  notEmpty: [
    (where: string) => `${where} 不是空的。恢复只往空的地方做，请换一个。`,
    (where: string) => `${where} is not empty. Restore into an empty place only; choose another.`,
  ],
  unlike: [
    (what: string) => `恢复出来的和备份对不上（${what}）。已经全部撤掉，请换一份备份。`,
    (what: string) => `What was restored differs from the backup (${what}). All of it was taken away again; use another backup.`,
  ],
  restored: [
    (where: string, tables: number, rows: number, files: number) => `恢复好了：${where}（${tables} 张表，${rows} 行，${files} 个文件），都核对过。`,
    (where: string, tables: number, rows: number, files: number) => `Restored into ${where}: ${tables} tables, ${rows} rows, ${files} files, all verified.`,
  ],
})
