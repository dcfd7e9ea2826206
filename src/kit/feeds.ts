// News for programs that read feeds: Atom (RFC 4287) and JSON Feed 1.1. The same entries give the same bytes.
import { html } from 'hono/html'
import type { Lang } from '#kit/phrase.ts'

/** One piece of news. */
export interface FeedEntry {
  /** An IRI that stays the same for ever: urn:uuid:… */
  readonly id: string
  readonly title: string
  /** The page to read it on. */
  readonly url: string
  readonly published: Temporal.Instant
  readonly updated: Temporal.Instant
  /** Plain text. */
  readonly text: string
  /** Words to sort by, such as the place and the step. */
  readonly tags: readonly string[]
}

/** A feed. Addresses are whole, with https://. */
export interface NewsFeed {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly lang: Lang
  /** Who publishes it: the community. */
  readonly author: string
  /** The page of which it is the feed, and the two addresses of the feed itself. */
  readonly page: string
  readonly atom: string
  readonly json: string
  readonly entries: readonly FeedEntry[]
}

/** When the newest entry was changed; a feed without entries has never been. */
export function feedUpdated({ entries }: Pick<NewsFeed, 'entries'>): Temporal.Instant {
  return entries.map(entry => entry.updated).sort(Temporal.Instant.compare).at(-1) ?? Temporal.Instant.fromEpochMilliseconds(0)
}

/** As Atom. */
export function writeAtom(feed: NewsFeed): string {
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tagOf(feed.lang)}">
<id>${feed.id}</id>
<title>${plain(feed.title)}</title>
<subtitle>${plain(feed.about)}</subtitle>
<updated>${time(feedUpdated(feed))}</updated>
<author><name>${plain(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${feed.atom}"/>
<link rel="alternate" type="text/html" href="${feed.page}"/>
<link rel="alternate" type="application/feed+json" href="${feed.json}"/>
${feed.entries.map(entry => html`<entry>
<id>${entry.id}</id>
<title>${plain(entry.title)}</title>
<published>${time(entry.published)}</published>
<updated>${time(entry.updated)}</updated>
<link rel="alternate" type="text/html" href="${entry.url}"/>
${entry.tags.map(tag => html`<category term="${plain(tag)}"/>`)}
<content type="text">${plain(entry.text)}</content>
</entry>
`)}</feed>
`)
}

/** As JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJsonFeed(feed: NewsFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: plain(feed.title),
    description: plain(feed.about),
    language: tagOf(feed.lang),
    home_page_url: feed.page,
    feed_url: feed.json,
    authors: [{ name: plain(feed.author) }],
    items: feed.entries.map(entry => ({
      id: entry.id, url: entry.url, title: plain(entry.title), content_text: plain(entry.text),
      date_published: time(entry.published), date_modified: time(entry.updated), tags: entry.tags.map(plain),
    })),
  })
}

function tagOf(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en'
}

function time(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' })
}

// XML 1.0 has no way to write most control characters, nor U+FFFE and U+FFFF.
function plain(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
