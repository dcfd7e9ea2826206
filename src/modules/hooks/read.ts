// The questions about programs that report to us.
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { told } from '#kit/json-time.ts'

const LAST = 5

/** A program that may report now, with what its messages are signed with, sealed; undefined where there is none. */
export async function openHook(db: Reader, id: number) {
  return db.selectFrom('hook').select(['id', 'secret_sealed']).where('community_id', '=', db.community).where('id', '=', id)
    .where('ended_at', 'is', null).executeTakeFirst()
}

/** All that may report, each with what it reported last. One statement. */
export async function hooks(db: Reader) {
  return db.selectFrom('hook')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'hook.community_id')
      .onRef('organisation.id', '=', 'hook.organisation_id'))
    .select(eb => ['hook.id', 'hook.name', 'hook.made_at', 'organisation.name as organisation',
      jsonArrayFrom(eb.selectFrom('hook_report')
        .innerJoin('matter', join => join.onRef('matter.community_id', '=', 'hook_report.community_id')
          .onRef('matter.id', '=', 'hook_report.matter_id'))
        .select(['hook_report.matter_id', 'hook_report.reference', 'matter.step', told('hook_report.at').as('at')])
        .where('hook_report.community_id', '=', db.community).whereRef('hook_report.hook_id', '=', 'hook.id')
        .orderBy('hook_report.matter_id', 'desc').limit(LAST)).as('reports')])
    .where('hook.community_id', '=', db.community).where('hook.ended_at', 'is', null).orderBy('hook.id').execute()
}

/** The organisations whose program could report. */
export async function organisations(db: Reader) {
  return db.selectFrom('organisation').select(['id', 'name']).where('community_id', '=', db.community).orderBy('kind').orderBy('name')
    .execute()
}
