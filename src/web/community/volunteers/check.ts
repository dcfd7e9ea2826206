// 等您看的: whose skills, licences, corrections or parents wait for whoever checks.
import { today } from '#modules/communities/public.ts'
import { lacks } from '#modules/people/public.ts'
import { waitingFor, waitsForGuardian } from '#modules/volunteers/public.ts'
import { Refused } from '#kit/errors.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { framed } from '#web/frame.ts'
import { dotted } from '#web/parts/html.ts'
import { empty, list } from '#web/parts/list.ts'
import type { Page } from '#web/visit.ts'

/** GET /:community/volunteers/check */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const refusal = lacks(actor, 'check volunteers', null)
  if (refusal) throw new Refused(refusal)
  const t = volunteerPageText(lang)
  const waiting = await waitingFor(db, actor, today(community, now))
  const at = `/${community.slug}/volunteers`
  return framed(visit, { title: t.check, narrow: true, back: at }, waiting.length === 0 ? empty(t.nothingWaits) : list(waiting.map(one => ({
    href: `${at}/${one.id}`, title: one.name, icon: 'volunteer', tone: 'leaf',
    meta: dotted(one.qualifications.length > 0 && t.waitsLicences(one.qualifications.length), one.skills.length > 0 && t.waitsSkills(one.skills.length),
      (one.asked ?? 0) > 0 && t.waitsCorrections(one.asked ?? 0), waitsForGuardian(one) && t.waitsGuardian),
  }))))
}
