// What neighbours do for each other beside a call for help, in the order in which it is needed: for the home page and the page of help.
import { activityPageText } from '#text/activities-pages.ts'
import { dutyPageText } from '#text/duty-pages.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { hoursPageText } from '#text/hours-pages.ts'
import { menuText } from '#text/menu.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import type { Row } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'

/** The menu, errands, volunteers, activities, duty, hours. */
export function helping({ lang, community }: Pick<Visit, 'lang' | 'community'>): Row[] {
  const at = `/${community.slug}`
  const menu = menuText(lang)
  const errands = errandPageText(lang)
  const volunteers = volunteerPageText(lang)
  const activities = activityPageText(lang)
  const duty = dutyPageText(lang)
  const hours = hoursPageText(lang)
  return [
    { href: `${at}/menu`, title: menu.title, meta: menu.meta, icon: 'visit', tone: 'sea' },
    { href: `${at}/errands`, title: errands.title, meta: errands.meta, icon: 'coordinate', tone: 'sun' },
    { href: `${at}/volunteers`, title: volunteers.title, meta: volunteers.meta, icon: 'volunteer', tone: 'leaf' },
    { href: `${at}/activities`, title: activities.title, meta: activities.meta, icon: 'calendar', tone: 'brick' },
    { href: `${at}/duty`, title: duty.title, meta: duty.meta, icon: 'clock', tone: 'sea' },
    { href: `${at}/hours`, title: hours.title, meta: hours.meta, icon: 'ledger', tone: 'leaf' },
  ]
}
