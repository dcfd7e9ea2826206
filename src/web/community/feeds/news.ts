// The board and single matters as feeds (Atom, JSON Feed): only what everybody may see.
import type { Context, Handler } from 'hono'
import { feedUpdated, writeAtom, writeJsonFeed, type FeedEntry, type NewsFeed } from '#kit/feeds.ts'
import { matterById, mattersInTheNews, notHere, titleOf, trailOf } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { newsFeedText } from '#text/feeds.ts'
import { kindText, stepText } from '#text/matters.ts'
import { idFrom } from '#web/frame.ts'
import type { House } from '../../../house.ts'
import { answerOnce } from './answer.ts'
import { aroundFeed, estateOfFeed, type FeedAround } from './around.ts'

const MOST = 50
type News = Awaited<ReturnType<typeof mattersInTheNews>>[number]

/** GET /:community/feed.atom and feed.json, ?estate&lang: what moved last on the board. */
export function boardFeed(house: House, type: 'atom' | 'json'): Handler {
  return async c => {
    const around = await aroundFeed(house, c)
    const { estate, news } = await house.database.look(around.community.id, async db => {
      const of = await estateOfFeed(db, around)
      return { estate: of, news: await mattersInTheNews(db, of ? { estate: of.id } : {}, MOST) }
    })
    const t = newsFeedText(around.lang)
    const query: Record<string, string> = estate ? { estate: String(estate.id) } : {}
    return feed(c, type, {
      ...head(around, `board ${estate?.id ?? ''}`, estate ? t.boardOf(around.community.name, estate.name) : t.board(around.community.name)),
      ...addresses(around, '/feed', query), page: `${around.at}/board${queryText(query)}`,
      entries: news.map(matter => entryOf(matter, around)),
    })
  }
}

/** GET /:community/matters/:id/feed.atom and feed.json: what everybody was told of a matter, the newest first. Throws NotFound. */
export function matterFeed(house: House, type: 'atom' | 'json'): Handler {
  return async c => {
    const around = await aroundFeed(house, c)
    const id = idFrom(c.req.param('id') ?? '') ?? 0
    const { matter, notes } = await house.database.look(around.community.id, async db => {
      const found = await matterById(db, passerBy(db.community), id)
      if (found.withdrawn_at) throw notHere()
      return { matter: found, notes: (await trailOf(db, id, false)).notes }
    })
    const t = newsFeedText(around.lang)
    const title = t.matter(matter.title ?? titleOf(matter.text), id)
    const page = `${around.at}/matters/${id}`
    const begun: FeedEntry = {
      id: idOf(around, `matters/${id}`), title: t.raised, url: page, published: matter.raised_at, updated: matter.raised_at,
      text: matter.text, tags: [matter.rules.place.label],
    }
    // Who spoke for nobody but himself is read on the page, where he can still take it back.
    const told = notes.filter(note => note.name !== null).map((note): FeedEntry => ({
      id: idOf(around, `notes/${note.id}`), title: stepText(around.lang)[note.step], url: page, published: note.at, updated: note.at,
        text: note.text, tags: [],
    }))
    return feed(c, type, { ...head(around, `matters/${id}/feed`, title), ...addresses(around, `/matters/${id}/feed`, {}), page,
      entries: [...told.toReversed(), begun] })
  }
}

function entryOf(matter: News, around: FeedAround): FeedEntry {
  const t = newsFeedText(around.lang)
  const step = stepText(around.lang)[matter.step]
  return {
    id: idOf(around, `matters/${matter.id}`), title: t.matter(matter.title ?? titleOf(matter.text), matter.id),
      url: `${around.at}/matters/${matter.id}`,
    published: matter.raised_at, updated: matter.updated_at, text: t.step(step, matter.label),
    tags: [step, kindText(around.lang)[matter.kind as 'other'], matter.label, ...matter.urgent ? [t.urgent] : []],
  }
}

function idOf({ uidOf }: FeedAround, thing: string): string {
  return `urn:uuid:${uidOf(thing)}`
}

function head(around: FeedAround, thing: string, title: string): Pick<NewsFeed, 'id' | 'title' | 'about' | 'lang' | 'author'> {
  return { id: idOf(around, thing), title, about: newsFeedText(around.lang).about, lang: around.lang, author: around.community.name }
}

function addresses({ at, lang }: FeedAround, path: string, query: Record<string, string>): Pick<NewsFeed, 'atom' | 'json'> {
  const asked = queryText({ ...query, ...lang === 'en' && { lang } })
  return { atom: `${at}${path}.atom${asked}`, json: `${at}${path}.json${asked}` }
}

function queryText(query: Record<string, string>): string {
  return Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`
}

function feed(c: Context, type: 'atom' | 'json', news: NewsFeed): Response {
  return answerOnce(c, type === 'atom' ? writeAtom(news) : writeJsonFeed(news), { type, changed: feedUpdated(news) })
}
