// The conversations that the Computational Democracy Project publishes (CC BY 4.0, gathered with Polis: compdemocracy.org), as they lie beside the repository.
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { SILENT, tableOf, type Opinion, type Vote, type VoteTable } from '#kit/opinion/votes.ts'

const DATA = new URL('../../../shared/data/polis-openData/', import.meta.url)

/** Why a test of these conversations is skipped, or false. */
export const NOT_HERE = existsSync(DATA) ? false : '../shared/data/polis-openData is not there'

/** Every conversation of the collection. */
export const CONVERSATIONS = [
  'american-assembly.bowling-green', 'brexit-consensus', 'canadian-electoral-reform', 'football-concussions', 'scoop-hivemind.taxes',
  'scoop-hivemind.ubi', 'vtaiwan.uberx',
] as const

export type ConversationName = typeof CONVERSATIONS[number]

/** A conversation as it was published; `votes` is null where only the table came. */
export interface Published {
  readonly votes: readonly Vote[] | null
  readonly table: VoteTable
  /** The group of each row; null where the publisher left somebody out. */
  readonly groups: readonly (number | null)[]
  /** Statements that a moderator refused. */
  readonly refused: ReadonlySet<number>
  /** What the publisher counted: each row of the votes, changed ones too. */
  readonly counted: ReadonlyMap<number, { agree: number, disagree: number }>
}

/** Reads one conversation. */
export function published(name: ConversationName): Published {
  const people = rows(name, 'participants-votes.csv')
  const said = rows(name, 'comments.csv')
  const statements = Object.keys(people[0] ?? {}).filter(column => /^\d+$/.test(column)).map(Number)
  const cells = people.flatMap(person => statements.map(statement => person[statement] === '' ? SILENT : Number(person[statement])))
  return {
    votes: existsSync(new URL(`${name}/votes.csv`, DATA)) ? rows(name, 'votes.csv').map(vote) : null,
    table: { voters: people.map(person => Number(person.participant)), statements, cells: Int8Array.from(cells) },
    groups: people.map(person => person['group-id'] ? Number(person['group-id']) : null),
    refused: new Set(said.filter(row => row.moderated === '-1').map(row => Number(row['comment-id']))),
    counted: new Map(said.map(row => [Number(row['comment-id']), { agree: Number(row.agrees), disagree: Number(row.disagrees) }])),
  }
}

function rows(name: string, file: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`${name}/${file}`, DATA)), { columns: true, bom: true })
}

function vote(row: Record<string, string>): Vote {
  return {
    voter: Number(row['voter-id']), statement: Number(row['comment-id']), at: Number(row.timestamp), opinion: opinion(Number(row.vote)),
  }
}

function opinion(vote: number): Opinion {
  if (vote === 1 || vote === 0 || vote === -1) return vote
  throw new RangeError(`no vote: ${vote}`)
}

/** The table that our own code makes of the published votes. */
export function recounted({ votes, table }: Published): VoteTable {
  return tableOf(votes ?? [], table.voters, table.statements)
}

/** The same table without the statements that a moderator refused: what a map is made from. */
export function accepted({ voters, statements, cells }: VoteTable, refused: ReadonlySet<number>): VoteTable {
  const columns = statements.keys().filter(column => !refused.has(statements[column] ?? -1)).toArray()
  return {
    voters, statements: columns.map(column => statements[column] ?? -1),
    cells: Int8Array.from(voters.flatMap((_, row) => columns.map(column => cells[row * statements.length + column] ?? SILENT))),
  }
}
