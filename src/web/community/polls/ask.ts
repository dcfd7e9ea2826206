// 发起投票: one short page; what is seldom wanted lies in a fold, with sensible defaults.
import { Invalid } from '#kit/errors.ts'
import { grids } from '#modules/people/public.ts'
import { areasToAsk, mayNotAsk, openPoll, openPollInput } from '#modules/polls/public.ts'
import { askText } from '#text/ballots.ts'
import { ballotPageText } from '#text/ballot-pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { goTo, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

const FIRST = ['question', 'rule', 'options'] as const
const FOLDED = ['about', 'opens', 'secret', 'hidden', 'seats', 'most', 'quorum'] as const
const TICKS = ['secret', 'hidden', 'tell'] as const
const DAYS = 7

/** GET /:community/polls/new?matter= */
export const page: Page = visit => shown(visit, { values: { ...usual(visit), matter: String(numberIn(visit.url, 'matter') ?? '') },
  problems: [] })

/** POST /:community/polls/new */
export const submit: Submit = async sent => {
  const { requestKey: _key, area = '', ...typed } = sent.form.fields
  // Nobody asks the whole community by leaving a field open.
  const [kind = '', id = ''] = area === '' ? ['place', '?'] : String(area).split('-')
  const ticks = Object.fromEntries(TICKS.map(name => [name, typed[name] === 'true']))
  try {
    const opened = await sent.act(openPoll, { ...typed, ...ticks, place: kind === 'place' ? id : '', grid: kind === 'grid' ? id : '' })
    return goTo(`/${sent.community.slug}/polls/${opened.id}`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
}

function usual({ now, community, actor }: Visit): Mend['values'] {
  const place = actor.posts.find(post => post.places?.length === 1)?.places?.[0]
  return {
    rule: 'yes_no', unit: 'home', ties: 'everybody', tell: 'true', most: '2', seats: '1', top: '5', quorum: '0',
    closes: now.toZonedDateTimeISO(community.time_zone).toPlainDate().add({ days: DAYS }).toString(), ...place && { area: `place-${
      place}` },
  }
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, actor, community } = visit
  const t = ballotPageText(lang)
  const refusal = mayNotAsk(actor)
  const at = `/${community.slug}/polls`
  const part = (name: string) => field(lang, openPollInput, name, mend)
  return framed(visit, { title: t.ask, narrow: true, back: at }, html`${note('sun', 'vote', t.advisory)}
${refusal ? buttonOrWhy(lang, t.ask, refusal) : html`<form class="stack" method="post" action="${at}/new">${errs(lang, mend)}${
  requestKey(mend)}${part('matter')}
${FIRST.map(part)}${await areaField(visit, mend)}${part('unit')}${part('ties')}${part('closes')}${part('tell')}
<details class="field"${mend.problems.length > 0 && html` open`}><summary>${t.more}</summary>${FOLDED.map(part)}${topField(visit,
  mend)}</details>
<div class="field"><button class="btn full">${askText(lang).open}</button></div></form>`}`)
}

function valueOf(mend: Mend, name: string): string {
  return [mend.values[name] ?? ''].flat()[0] ?? ''
}

function topField({ lang }: Visit, mend: Mend): Html {
  return choose(lang, 'top', askText(lang).top, ['5', '10'].map(value => ({ value, words: value })), valueOf(mend, 'top'))
}

// What the actor looks after: the whole community and its grids, or his own places and what lies in them.
async function areaField({ lang, actor, db }: Visit, mend: Mend): Promise<Html> {
  const whole = mayNotAsk(actor, null) === null
  const options = [
    ...whole ? [{ value: 'all', words: askText(lang).everywhere }] : [],
    ...(await areasToAsk(db, actor)).map(place => ({ value: `place-${place.id}`, words: place.label })),
    ...whole ? (await grids(db)).map(grid => ({ value: `grid-${grid.id}`, words: grid.name })) : [],
  ]
  const wrong = mend.problems.find(problem => problem.field === 'place' || problem.field === 'grid')?.reason
  return choose(lang, 'area', askText(lang).place, options, valueOf(mend, 'area'), wrong)
}
