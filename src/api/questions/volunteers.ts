// What programs may ask about volunteers: what everybody sees, and one's own registration.
import { z } from 'zod'
import { NotFound } from '#kit/errors.ts'
import { localDay } from '#modules/people/public.ts'
import { figures, ownFile, skillsShown, teams } from '#modules/volunteers/public.ts'
import { apiVolunteerText } from '#text/api-volunteers.ts'
import { volunteerText } from '#text/volunteers.ts'
import { question, type Question } from './question.ts'
import { count, id, maybeText, text } from './shapes.ts'

const said = <Shape extends z.ZodType>(shape: Shape, key: keyof typeof apiVolunteerText.pairs) => shape.meta({ label: lang => apiVolunteerText(lang)[key] })

const skill = z.strictObject({ skill: said(text, 'skill'), note: said(text, 'note'), name: said(maybeText, 'name') })
const team = z.strictObject({
  id, name: said(text, 'teamName'), duty: said(text, 'duty'), partOf: said(id.nullable(), 'partOf'), members: said(count, 'members'), leaders: said(z.array(text), 'leaders'),
})
const ownSkill = z.strictObject({
  skill: said(text, 'skill'), note: said(text, 'note'), approved: said(z.boolean(), 'approved'), counts: said(z.boolean(), 'counts'), refusedWhy: said(maybeText, 'refusedWhy'),
})
const licence = z.strictObject({
  id, kind: said(text, 'kind'), numberEnd: said(text, 'numberEnd'), validUntil: said(maybeText, 'validUntil'), checked: said(z.boolean(), 'checked'), refusedWhy: said(maybeText, 'refusedWhy'),
})

export const VOLUNTEERS: readonly Question[] = [
  question({
    name: 'volunteers.overview', input: {},
    output: z.strictObject({ volunteers: said(count, 'volunteers'), here: said(count, 'here'), skills: said(z.array(skill), 'skills'), teams: said(z.array(team), 'teams') }),
    ask: async (db, _actor, _asked, { now }) => {
      const day = await localDay(db, now)
      const { volunteers, here } = await figures(db, day)
      const found = await teams(db, day)
      return {
        volunteers, here: here ?? 0, skills: await skillsShown(db, day),
        teams: found.map(one => ({ id: one.id, name: one.name, duty: one.duty, partOf: one.part_of, members: one.members ?? 0, leaders: one.leaders.map(({ name }) => name) })),
      }
    },
  }),
  question({
    name: 'volunteers.mine', input: {},
    output: z.strictObject({
      id, age: said(text, 'age'), about: said(text, 'about'), mostAWeek: said(count, 'mostAWeek'), awayUntil: said(maybeText, 'awayUntil'),
      skills: said(z.array(ownSkill), 'skills'), qualifications: said(z.array(licence), 'qualifications'),
    }),
    ask: async (db, actor, _asked, { now }) => {
      const file = actor.personId === null ? undefined : await ownFile(db, actor.personId, await localDay(db, now))
      if (!file) throw new NotFound(lang => volunteerText(lang).joinFirst)
      return {
        id: file.id, age: file.age, about: file.about, mostAWeek: file.most_a_week, awayUntil: file.away_until,
        skills: file.skills.map(one => ({ skill: one.skill, note: one.note, approved: one.approved, counts: one.counts, refusedWhy: one.refused_why })),
        qualifications: file.qualifications.map(one => (
          { id: one.id, kind: one.kind, numberEnd: one.number_end, validUntil: one.valid_until, checked: one.checked, refusedWhy: one.refused_why }
        )),
      }
    },
  }),
]
