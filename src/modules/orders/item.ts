// 菜单上的一样: what may be ordered, of which class, for whom, and who keeps the menu. Pure.
import { z } from 'zod'
import type { MenuFor, MenuKind, ProjectClass } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { picked, optional, say, words } from '#modules/orders/fields.ts'
import { holdersOf, holds, lacks, type Actor } from '#modules/people/public.ts'
import { LICENSED, SKILLS, type Skill } from '#modules/volunteers/public.ts'
import { menuClassText, menuForText, menuKindText } from '#text/menu.ts'

/** In the order in which the menu shows them. */
export const CLASSES = ['volunteer', 'social', 'administration'] as const satisfies readonly ProjectClass[]
/** visit: at the wish of another, with a log; dispute: leads to the mediation track. */
export const MENU_KINDS = ['service', 'visit', 'dispute'] as const satisfies readonly MenuKind[]
export const MEANT_FOR = ['everybody', 'living', 'entered'] as const satisfies readonly MenuFor[]

/** What the rules look at. */
export interface Item {
  readonly id: number
  readonly kind: MenuKind
  readonly meant_for: MenuFor
  readonly organisation_id: number | null
  readonly retired_at: Temporal.Instant | null
}

const number = z.coerce.number().int()

/** What is written of an item. */
export const itemFields = {
  class: z.enum(CLASSES).default('volunteer').meta(picked(CLASSES, say('itemClass'), menuClassText)),
  kind: z.enum(MENU_KINDS).default('service').meta(picked(MENU_KINDS, say('itemKind'), menuKindText)),
  name: z.string().trim().min(2).max(30).meta({ label: say('itemName'), hint: say('itemNameHint'), wrong: say('itemNameWrong') }),
  about: words(say('itemAbout'), { hint: say('itemAboutHint') }),
  notDone: z.string().trim().max(300).default('').meta({ label: say('itemNotDone'), hint: say('itemNotDoneHint'), control: 'textarea' }),
  skills: z.array(z.enum(SKILLS)).max(4).default([]).meta({ label: say('itemSkills'), wrong: say('itemSkillsWrong') }),
  minutes: number.min(10).max(480).default(60).meta({ label: say('itemMinutes'), wrong: say('itemMinutesWrong') }),
  meantFor: z.enum(MEANT_FOR).default('living').meta(picked(MEANT_FOR, say('itemFor'), menuForText)),
  mostADay: number.min(1).max(100).default(5).meta({ label: say('itemMost'), wrong: say('itemMostWrong') }),
  offHours: number.min(0).max(168).default(2).meta({ label: say('itemOff'), hint: say('itemOffHint'), wrong: say('itemOffWrong') }),
  team: optional(number.positive()).meta({ label: say('itemTeam'), hint: say('itemTeamHint'), wrong: say('itemTeamWrong') }),
  project: optional(number.positive()).meta({ label: say('itemProject'), wrong: say('itemProjectWrong') }),
}

/** The skills of a row, as far as they are known. */
export function skillsIn(row: readonly string[]): Skill[] {
  return SKILLS.filter(skill => row.includes(skill))
}

/** Whether the law wants a licence for one of them. */
export function isLicensed(skills: readonly Skill[]): boolean {
  return skills.some(skill => LICENSED.includes(skill))
}

/** Why the actor may not keep items of this team (null: of the community), or null. Omitted: any. */
export function mayNotKeepMenu(actor: Actor, team?: number | null): Said | null {
  const why = lacks(actor, 'keep menu', null)
  if (holds(actor, 'keep menu') === false) return why
  return team === undefined || teamsKept(actor) === null || (team !== null && teamsKept(actor)?.includes(team) === true) ? null : say('notYourTeam')
}

/** The teams whose items the actor keeps; null: all. */
export function teamsKept(actor: Actor): readonly number[] | null {
  const keeping = actor.posts.filter(post => holdersOf('keep menu').some(kind => kind === post.kind))
  return keeping.some(post => post.kind === 'secretary') ? null : keeping.map(post => post.organisation_id)
}
