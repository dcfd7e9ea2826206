// 平台记录: what the record says of each serving, in the fields that Ministry Order 67 asks for. No certificate: see `hoursRecordText`.
import { sql } from 'kysely'
import type { Lang } from '#kit/phrase.ts'
import type { Reader } from '#kit/db.ts'
import { writeCsv, writeXlsx } from '#kit/tables.ts'
import { hoursOf } from '#modules/hours/serving.ts'
import { projectName } from '#modules/hours/written.ts'
import { columnText, hoursRecordText } from '#text/hours-record.ts'
import { proofText } from '#text/hours.ts'

/** Whose record. */
export type Whose = { readonly of: 'own', readonly person: number } | { readonly of: 'team', readonly team: number } | { readonly of: 'community' }

// In the order of the law's list, with the volunteer first.
const COLUMNS = ['volunteer', 'activity', 'date', 'place', 'served', 'content', 'time', 'hours', 'quality', 'proof', 'head', 'recorder', 'approver'] as const

/** Every approved serving of this person, this team with its squads, or the community, the newest first. */
export async function recordRows(db: Reader, whose: Whose, most = 20_000) {
  return shares(db)
    .$if(whose.of === 'own', own => own.where('serving_share.person_id', '=', whose.of === 'own' ? whose.person : 0))
    .$if(whose.of === 'team', team => team.where('project.organisation_id', 'in', ofTeam(db, whose.of === 'team' ? whose.team : 0)))
    .orderBy('serving_share.began_at', 'desc').orderBy('serving.id', 'desc').orderBy('serving_share.person_id').limit(most).execute()
}

export type RecordRow = Awaited<ReturnType<typeof recordRows>>[number]

/** One row as text, by column. */
export function recordCells(lang: Lang, row: RecordRow): Record<typeof COLUMNS[number], string> {
  const [began, ended] = [row.began_at.toZonedDateTimeISO(row.time_zone), row.ended_at.toZonedDateTimeISO(row.time_zone)]
  return {
    volunteer: row.volunteer ?? '', activity: projectName(lang, row), date: began.toPlainDate().toString(), place: row.place ?? '', served: String(row.served),
    content: row.content === '' ? projectName(lang, row) : row.content,
    time: `${began.toPlainTime().toString({ smallestUnit: 'minute' })}–${ended.toPlainTime().toString({ smallestUnit: 'minute' })}`,
    hours: hoursOf(row.minutes), quality: row.quality, proof: proofText(lang)[row.proof], head: row.head ?? row.team ?? '',
    recorder: row.recorder ?? hoursRecordText(lang).house, approver: row.approver ?? '',
  }
}

/** The record as a file; its last lines say what it is not. */
export async function recordFile(rows: readonly RecordRow[], lang: Lang, format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const t = hoursRecordText(lang)
  const header = COLUMNS.map(column => columnText(lang)[column])
  const line = (words: string) => COLUMNS.map((_, i) => i === 0 ? words : '')
  const total = rows.reduce((sum, row) => sum + row.minutes, 0)
  const cells = [...rows.map(row => {
    const typed = recordCells(lang, row)
    return COLUMNS.map(column => typed[column])
  }), line(t.total(rows.length, hoursOf(total))), line(t.notCertificate), line(t.missing), line(t.rounding)]
  return format === 'csv' ? writeCsv(header, cells) : writeXlsx(t.title, header, cells, { widths: [10, 18, 12, 18, 10, 30, 14, 8, 14, 12, 12, 12, 12] })
}

function ofTeam(db: Reader, team: number) {
  return db.selectFrom('organisation').select('organisation.id').where('organisation.community_id', '=', db.community)
    .where(eb => eb.or([eb('organisation.id', '=', team), eb('organisation.part_of', '=', team)]))
}

function shares(db: Reader) {
  return db.selectFrom('serving_share')
    .innerJoin('serving', join => join.onRef('serving.community_id', '=', 'serving_share.community_id').onRef('serving.id', '=', 'serving_share.serving_id'))
    .innerJoin('community', 'community.id', 'serving.community_id')
    .innerJoin('project', join => join.onRef('project.community_id', '=', 'serving.community_id').onRef('project.id', '=', 'serving.project_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'serving_share.community_id').onRef('person.id', '=', 'serving_share.person_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'project.community_id').onRef('organisation.id', '=', 'project.organisation_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'serving.community_id').onRef('place.id', '=', 'serving.place_id'))
    .leftJoin('person as head', join => join.onRef('head.community_id', '=', 'serving.community_id').onRef('head.id', '=', 'serving.head_id'))
    .leftJoin('person as recorder', join => join.onRef('recorder.community_id', '=', 'serving.community_id').onRef('recorder.id', '=', 'serving.recorded_by'))
    .leftJoin('person as approver', join => join.onRef('approver.community_id', '=', 'serving.community_id').onRef('approver.id', '=', 'serving.approved_by'))
    .select(['serving.id', 'serving.served', 'serving.content', 'serving.quality', 'serving.proof', 'serving_share.minutes', 'serving_share.began_at', 'serving_share.ended_at',
      'project.name', 'project.key', 'organisation.name as team', 'place.label as place', 'community.time_zone'])
    .select([sql<string | null>`person.name`.as('volunteer'), sql<string | null>`head.name`.as('head'), sql<string | null>`recorder.name`.as('recorder'),
      sql<string | null>`approver.name`.as('approver')])
    .where('serving_share.community_id', '=', db.community).where('serving.approved_at', 'is not', null).where('serving_share.minutes', '>', 0)
}
