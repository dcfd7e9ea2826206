// Where things lie below the data folder, and whether the folder can be used at all.
import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'

/** All paths are absolute. `home` belongs to the account that PostgreSQL runs as, and nobody else can look into it. */
export interface Place {
  dataFolder: string
  home: string
  cluster: string
  password: string
  logs: string
  startLog: string
  socket: string
}

export function placeIn(folder: string): Place {
  const dataFolder = resolve(folder)
  const home = join(dataFolder, 'postgres')
  return {
    dataFolder,
    home,
    cluster: join(home, 'cluster'),
    password: join(home, 'password'),
    logs: join(home, 'log'),
    startLog: join(home, 'start.log'),
    socket: join(home, 'socket'),
  }
}

/** Makes the data folder where there is none; throws StartError where it cannot be read and written. */
export async function openFolder(folder: string): Promise<void> {
  try {
    await make(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw await folderError(folder, codeOf(error))
  }
}

// Not mkdir's own `recursive`: it never returns where the kernel refuses with ENOENT, as it does below /proc.
async function make(folder: string): Promise<void> {
  if (await lookAt(folder)) return
  if (folder !== dirname(folder)) await make(dirname(folder))
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
}

async function folderError(folder: string, code: string): Promise<StartError> {
  const file = await fileOnTheWay(folder)
  if (file) return new StartError(lang => startText(lang).folderIsFile(file))
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartError(lang => startText(lang).diskFull(folder))
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new StartError(lang => startText(lang).folderNotWritable(folder))
  return new StartError(lang => startText(lang).folderUnusable(folder, code))
}

async function fileOnTheWay(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found) return found.isDirectory() ? undefined : path
  return path === dirname(path) ? undefined : fileOnTheWay(dirname(path))
}

/** The code of an error of Node or of PostgreSQL; its message where it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}

/** What lies at a path, or undefined. */
export const lookAt = (path: string) => stat(path).catch(() => undefined)
