// Everything that is tried against the table of rights: how each thing is sent, and how its answer is read.
import { ACTIONS } from '../../src/api/actions.ts'
import { PAGES } from './addresses.ts'
import { NO_ACTS } from './elsewhere.ts'
import { FORMS } from './forms.ts'
import type { Where } from './ground.ts'
import { COLUMNS, type Column } from './people.ts'
import { QUERIES } from './questions.ts'
import { cellOf, lineOf, type Row } from './rights.ts'
import { plain, SAMPLES, type Trial } from './samples.ts'
import { attempt, each, ledTo, trial, wasDone, wasPrepared, wasShown, type Attempt, type Outcome, type Trying } from './trying.ts'

/** Something to try, and how its answer is read. */
export interface Try {
  send: (trial: Trial) => Attempt
  isIn: (outcome: Outcome) => boolean
}

/** By what stands in the table: the name of an act or a question, the address of a page or a draft. */
export type Tries = ReadonlyMap<string, Try>

/** Of each kind of person one: where what is tried for everybody elsewhere is tried by another way, or with numbers that are nobody's. */
export const ONE_OF_EACH: readonly Column[] = ['out', 'own', 'rai', 'has', 'sec', 'gwo', 'els']

/** The acts that programs may do. */
export const API: ReadonlySet<string> = new Set(ACTIONS.map(act => act.name))

/** Pages, opened. */
export const pages: Tries = new Map(Object.entries(PAGES).map(([name, path]): [string, Try] => [name, {
  send: at => ({ path: path(at) }),
  // The page of the outbox writes down that it was read; here that is as far as it comes.
  isIn: outcome => outcome.acts.includes('people.readOutbox') || wasShown(outcome),
}]))

/** Questions, asked over the API. */
export const questions: Tries = new Map(Object.entries(QUERIES).map(([name, query]): [string, Try] => [name, {
  send: at => ({ path: `/api/${plain(name)}?${new URLSearchParams({ community: 'shicheng', ...inWords(query(at)) })}` }),
  isIn: outcome => wasShown(outcome) && !showsNothing(outcome),
}]))

// An empty list of what was asked for by its number.
function showsNothing({ path, text }: Outcome): boolean {
  return path.includes('&') && text.includes('"items":[]')
}

/** Forms that only prepare an act. */
export const drafts: Tries = new Map(Object.entries(FORMS).filter(([, { act }]) => act === '').map(([name, { path, fields }]): [string, Try] => [name, {
  send: at => ({ path: path(at), form: fields(at) }), isIn: wasPrepared,
}]))

/** Forms that lead to an act, by their address. */
export const forms: Tries = new Map(Object.entries(FORMS).filter(([, { act }]) => act !== '').map(([name, { act, path, fields }]): [string, Try] => [name, {
  send: at => ({ path: path(at), form: fields(at) }), isIn: outcome => ledTo(outcome, act),
}]))

/** Acts: over the API, or by their form where programs may not do them. */
export const acts: Tries = new Map([
  ...Object.entries(SAMPLES).filter(([name]) => API.has(plain(name))).map(([name, input]): [string, Try] => [name, {
    send: at => ({ path: `/api/${plain(name)}?community=shicheng`, json: input(at) }), isIn: outcome => wasDone(outcome, plain(name)),
  }]),
  ...[...forms].flatMap(([name, one]): [string, Try][] => {
    const act = FORMS[name]?.act ?? ''
    return API.has(act) || act in NO_ACTS ? [] : [[act, one]]
  }),
])

function inWords(query: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
}

/** Whether he is let in there. Throws where the sample says nothing about rights. */
export async function isLetIn({ here, app }: Trying, name: string, { send, isIn }: Try, column: Column, where: Where): Promise<boolean> {
  try {
    return isIn(await attempt(app, here.cookies[column], send(trial(here, column, where))))
  } catch (problem) {
    throw new Error(`${name} as ${column}, ${where}: mend its sample`, { cause: problem })
  }
}

/** Tries every row for everybody, at his own place and at another; answers the lines that should stand otherwise. */
export async function wrongLines(trying: Trying, rows: ReadonlyMap<string, Row>, tries: Tries): Promise<string[]> {
  const wrong: string[] = []
  await each(tries, async ([name, one]) => {
    const found: [Column, string][] = []
    for (const column of COLUMNS) {
      const own = await isLetIn(trying, name, one, column, 'own')
      found.push([column, cellOf(own, hangsOnPlace(trying, one, column) ? await isLetIn(trying, name, one, column, 'other') : own)])
    }
    const row = Object.fromEntries(found) as Row
    const written = rows.get(name)
    if (written && lineOf(name, written) !== lineOf(name, row)) wrong.push(lineOf(name, row))
  })
  return wrong
}

function hangsOnPlace({ here }: Trying, { send }: Try, column: Column): boolean {
  return JSON.stringify(send(trial(here, column, 'own'))) !== JSON.stringify(send(trial(here, column, 'other')))
}

/** Tries everything with the numbers of another community under the address of one's own; answers who reached what. */
export async function reached(trying: Trying, tries: Tries): Promise<string[]> {
  const found: string[] = []
  await each(tries, async ([name, one]) => {
    for (const column of ONE_OF_EACH) {
      if (await isReached(trying, name, one, column)) found.push(`${name} as ${column}`)
    }
  })
  return found
}

// A reference that is not there may also be sent back to be mended.
async function isReached({ here, app }: Trying, name: string, one: Try, column: Column): Promise<boolean> {
  const sent = one.send(trial(here, column, 'foreign'))
  // A printed code leads to its own community, wherever it is read.
  if (name === '/q/:code' || JSON.stringify(one.send(trial(here, column, 'own'))) === JSON.stringify(sent)) return false
  const outcome = await attempt(app, here.cookies[column], sent)
  return outcome.status !== 422 && one.isIn(outcome)
}
