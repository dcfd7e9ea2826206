// Where the real data of the counts lies, and what a test says when it is not there.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

const DATA = new URL('../../../shared/data/', import.meta.url)

/** The files of a folder of the shared data, by pattern; empty where the folder is absent. */
export function dataFiles(pattern: string): { path: string, name: string, text: () => string }[] {
  return globSync(pattern, { cwd: DATA.pathname }).sort().map(path => (
    { path, name: basename(path), text: () => readFileSync(new URL(path, DATA), 'utf8') }))
}

/** False where the folder is there; else why a test skips. */
export function absent(folder: string): false | string {
  return existsSync(new URL(folder, DATA)) ? false : `../shared/data/${folder} is not there`
}
