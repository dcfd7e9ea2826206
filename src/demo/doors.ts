// The people whom a visitor of the demo may be, offered with one tap.
import type { Reader } from '#kit/db.ts'
import type { Lang } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { Community } from '#modules/communities/public.ts'
import { phoneNumber } from '#modules/people/public.ts'
import { demoDoorText } from '#text/demo-doors.ts'
import { CAST } from './cast.ts'
import { calling, demoCode, OFFERED } from './identities.ts'

export interface DemoDoor {
  name: string
  href: string
  /** What he is called: the post, or what he is to his homes. */
  post(lang: Lang): string
  /** One line: what there is to see with his eyes. */
  line(lang: Lang): string
}

/** The doors of one community, in the order of the cast; none where people are real. */
export async function demoDoors(db: Reader, secrets: Secrets, community: Community): Promise<DemoDoor[]> {
  if (!community.demo) return []
  const here = OFFERED.filter(key => CAST[key].community === community.slug)
  const indexOf = (key: typeof here[number]) => secrets.blindIndex(phoneNumber.parse(CAST[key].phone))
  const members = here.length === 0 ? [] : await db.selectFrom('membership').select(['person_id', 'phone_index'])
    .where('community_id', '=', db.community).where('phone_index', 'in', here.map(indexOf)).where('account_id', 'is not', null).execute()
  const personOf = new Map(members.map(member => [member.phone_index, member.person_id]))
  return here.flatMap(key => {
    const personId = personOf.get(indexOf(key))
    return personId === undefined ? [] : [{
      name: CAST[key].name, href: `/sign-in/demo/${demoCode(secrets, community.id, personId)}`,
      post: (lang: Lang) => calling(key, lang), line: (lang: Lang) => demoDoorText(lang)[key],
    }]
  })
}
