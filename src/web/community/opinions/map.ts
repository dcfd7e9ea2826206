// The opinion map: groups as ellipses, what all of them share, and what tells each apart. Names nobody and marks no place of anybody.
import { SAFE, type ConversationShown, type Drawn, type statementsShown } from '#modules/opinions/public.ts'
import type { Lang } from '#kit/phrase.ts'
import { mapText } from '#text/opinion-page.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

const LISTED = 5
const SIDE = 1000
// Room for the lines.
const EDGE = 60

type Texts = Awaited<ReturnType<typeof statementsShown>>

/** The statements whose words the map needs. */
export function named(map: Drawn | null): number[] {
  if (!map) return []
  return [...map.shared.slice(0, LISTED), ...map.groups.flatMap(({ telling }) => telling.slice(0, LISTED))].map(({ id }) => id)
}

/** The map with its lists; why there is none, where there is none. */
export function mapShown(visit: Visit, { map, made_at, map_voters }: ConversationShown, texts: Texts): Html {
  const { lang, now, community } = visit
  const t = mapText(lang)
  if (!map || !made_at || map.why !== null) {
    const why = !map || map.why === null ? t.none(SAFE) : t[map.why](SAFE)
    return html`<section id="map">${head(t.title)}${note('', 'lock', why)}</section>`
  }
  const words = new Map(texts.map(({ id, text }) => [id, text]))
  const rest = (map_voters ?? 0) - map.grouped
  return html`<section id="map">${head(t.title)}<p class="dim sm">${t.lead}</p>${drawing(lang, map)}
<p class="dim xs">${t.made(map_voters ?? 0, said(lang, made_at, now, community.time_zone))}</p>${rest > 0 && html`<p class="dim xs">${t.ungrouped(rest)}</p>`}
<details><summary>${t.how}</summary><p class="sm">${t.howSay}</p></details></section>
<section id="shared">${head(t.shared)}${listed(map.shared.slice(0, LISTED), t.noneShared, each => html`${words.get(each.id)}${shares(lang, map, each.id, each.says)}`)}</section>
${map.groups.map(({ telling }, group) => html`<section>${head(t.telling(letter(group)))}${
    listed(telling.slice(0, LISTED), t.noneTelling, each => html`${words.get(each.id)}${shares(lang, map, each.id, each.says)}`)}</section>`)}`
}

function drawing(lang: Lang, { groups }: Drawn): Html {
  const t = mapText(lang)
  const at = (part: number): number => Math.round(EDGE + part * (SIDE - 2 * EDGE))
  const long = (part: number): number => Math.round(part * (SIDE - 2 * EDGE))
  return html`<svg class="opinion-map" viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label="${t.drawing(groups.length)}">${groups.map(({ outline: { x, y, across, along, turn } }, group) => html`
<ellipse class="of-${group}" cx="${at(x)}" cy="${at(y)}" rx="${long(across)}" ry="${long(along)}" transform="rotate(${turn} ${at(x)} ${at(y)})"/>`)}${groups.map(({ outline: { x, y } }, group) => html`
<text x="${at(x)}" y="${at(y)}">${letter(group)}</text>`)}</svg>
<p class="center">${dotted(...groups.map(({ size }, group) => html`<b>${t.group(letter(group))}</b> ${t.size(size)}`))}</p>`
}

function listed<Each>(each: readonly Each[], none: string, shown: (one: Each) => Html): Html {
  return each.length === 0 ? html`<p class="dim">${none}</p>` : html`<ul class="card list-plain">${each.map(one => html`<li>${shown(one)}</li>`)}</ul>`
}

// What each group says of it, where enough of the group answered.
function shares(lang: Lang, { groups }: Drawn, statement: number, says: 'agree' | 'disagree'): Html {
  const t = mapText(lang)
  const known = groups.flatMap((group, index) => {
    const share = group.shares.find(({ id }) => id === statement)
    return share ? [html`${t.group(letter(index))} ${says === 'agree' ? t.agrees(share.agree) : t.disagrees(share.disagree)}`] : []
  })
  return known.length === 0 ? nothing : html`<p class="dim sm shares">${dotted(...known)}</p>`
}

function letter(group: number): string {
  return String.fromCodePoint(65 + group)
}
