// Feeds as other programs read them, whatever people wrote.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { feedUpdated, writeAtom, writeJsonFeed, type NewsFeed } from './feeds.ts'

const NASTY = '三号电梯 <script>&amp;"异响"</script> ]]> \u0001\u0000\ufffe \ud800 🙂 𠮷'
const KEPT = '三号电梯 <script>&amp;"异响"</script> ]]>  � 🙂 𠮷'
const instant = (text: string) => Temporal.Instant.from(text)
const feed: NewsFeed = {
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001', title: '石埕社区公开栏', about: '谁在办什么 & 到哪一步', lang: 'zh', author: '石埕社区',
  page: 'https://x.example/shicheng/board?estate=1&lang=zh', atom: 'https://x.example/shicheng/feed.atom?estate=1&lang=zh', json: 'https://x.example/shicheng/feed.json',
  entries: [
    { id: 'urn:uuid:2', title: NASTY, url: 'https://x.example/shicheng/matters/2', text: NASTY, tags: ['3号楼', NASTY],
      published: instant('2026-11-20T01:00:00Z'), updated: instant('2026-11-21T01:00:00.123Z') },
    { id: 'urn:uuid:1', title: '灯不亮', url: 'https://x.example/shicheng/matters/1', text: '', tags: [],
      published: instant('2026-11-19T01:00:00Z'), updated: instant('2026-11-22T01:00:00Z') },
  ],
}

interface Read {
  feed: { id: string, title: string, updated: string, link: { '@_rel': string, '@_href': string }[], entry: { id: string, title: string, updated: string, content: { '#text': string } }[] }
}

describe('an Atom feed', () => {
  const text = writeAtom(feed)
  const read = new XMLParser({ ignoreAttributes: false, trimValues: false }).parse(text) as Read

  test('is well-formed, and says what was written', () => {
    assert.equal(XMLValidator.validate(text), true)
    assert.equal(read.feed.entry[0]?.title, KEPT)
    assert.equal(read.feed.entry[0]?.content['#text'], KEPT)
    assert.equal(read.feed.link.find(link => link['@_rel'] === 'self')?.['@_href'], feed.atom)
    for (const sign of ['\0', '\u0001', '\ufffe']) assert.ok(!text.includes(sign))
  })

  test('has what RFC 4287 asks for: an id, a title and a time for itself and for each entry', () => {
    for (const one of [read.feed, ...read.feed.entry]) {
      assert.ok(one.id && one.title)
      assert.match(one.updated, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    }
    assert.equal(read.feed.updated, '2026-11-22T01:00:00Z')
    assert.equal(new Set(read.feed.entry.map(entry => entry.id)).size, 2)
  })

  test('without entries is still a feed', () => {
    assert.equal(XMLValidator.validate(writeAtom({ ...feed, entries: [] })), true)
    assert.equal(feedUpdated({ entries: [] }).epochMilliseconds, 0)
  })
})

test('a JSON feed says the same, in version 1.1', () => {
  const read = JSON.parse(writeJsonFeed(feed)) as { version: string, feed_url: string, items: { id: string, title: string, content_text: string, date_modified: string }[] }
  assert.equal(read.version, 'https://jsonfeed.org/version/1.1')
  assert.equal(read.feed_url, feed.json)
  assert.deepEqual(read.items.map(item => item.id), ['urn:uuid:2', 'urn:uuid:1'])
  assert.equal(read.items[0]?.title, KEPT)
  assert.equal(read.items[1]?.content_text, '')
})
