// The archive of a vote: whoever has it and the community's key checks everything without us, and sees whatever was touched.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { verifierKey } from '#kit/log/note.ts'
import { NotFound, Refused } from '#kit/errors.ts'
import { castAtDoor, castBallot, closeDecision, postResult, recordDelivery } from '#modules/decisions/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { archiveOf, lastHead, logSigner, zipped, type ArchiveFiles } from '#modules/record/public.ts'
import { sealAll } from '../../src/jobs/record.ts'
import { checkVote, findBallot, said, unzipped, type VoteCode } from '../../public/verify-vote.js'
import { clockText, newPhoto, opened, posted } from '#test/voting.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let key = ''
let open: ArchiveFiles
let secret: ArchiveFiles
let election: ArchiveFiles
const receipts: string[] = []

before(async () => {
  here = await village()
  open = await counted({}, i => ({ 1: i % 10 === 0 ? 'no' : 'yes' }))
  secret = await counted({ secret: true }, i => ({ 1: i % 7 === 0 ? 'abstain' : 'yes' }))
  election = await counted({ item: 'committee', seats: 2, candidates: ['林秀英', '黄国栋', '陈海生'] }, i => ({ 1: i % 3 === 0 ? [1, 3] : [1, 2] }), 40)
  const head = await here.house.database.look(1, lastHead)
  key = verifierKey(logSigner(here.house.means.secrets, { community: 1 }, head?.origin ?? ''))
})
after(() => here.close())

const archive = (id: number, who: Actor = here.people.resident) => here.house.database.look(1, db => archiveOf(db, here.house.means.secrets, who, id))

// So many vote, two of them twice and one at the door too, and of those who do not vote two have got their papers.
async function counted(wanted: Parameters<typeof opened>[1], choice: (i: number) => object, voting = 20): Promise<ArchiveFiles> {
  const { id, closes } = await opened(here, wanted)
  const { rows } = await here.owner.query('select number, person_id from decision_voter where decision_id = $1 order by number', [id])
  for (const [i, { person_id }] of [...rows.slice(0, voting), ...rows.slice(0, 2)].entries()) {
    here.time.now = here.time.now.add({ seconds: 7 })
    const { receipt } = await here.act(castBallot, { ...here.people.resident, personId: Number(person_id) }, { id, choices: choice(i) })
    receipts.push(receipt)
  }
  const own = rows.find(row => Number(row.person_id) === here.people.resident.personId)
  await here.act(castAtDoor, here.people.secretary, { id, number: Number(own.number), choices: choice(1), witness: here.people.gridWorker.personId, photo: await newPhoto() })
  for (const [i, receivedBy] of ['owner', 'tenant'].entries()) {
    await here.act(recordDelivery, here.people.committeeChair, { id, number: Number(rows.at(-1 - i)?.number), how: 'in_hand', receivedBy, at: clockText(here.time.now) })
  }
  here.time.now = closes
  await here.act(closeDecision, passerBy(1), { id })
  await assert.rejects(archive(id), NotFound, 'not sealed yet')
  await posted(here, id, 'result')
  await here.act(postResult, here.people.committeeChair, { id })
  await sealAll(here.house)
  return archive(id)
}

type Edit = (text: string, name: string) => string

/** The archive with one file changed, and its sums made to fit again, as somebody would who wants it to pass. */
function forged(files: ArchiveFiles, name: string, edit: Edit): Map<string, Uint8Array> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(name))
  const changed = edit(text, name)
  assert.notEqual(changed, text, `the forgery of ${name} changes nothing`)
  const others = [...files].filter(([each]) => each !== 'SHA256SUMS')
  const all = new Map(others.map(([each, bytes]) => [each, each === name ? Buffer.from(changed) : bytes] as const))
  const sums = [...all].map(([each, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${each}\n`).join('')
  return all.set('SHA256SUMS', Buffer.from(sums))
}

const wrongIn = async (files: ReadonlyMap<string, Uint8Array>): Promise<VoteCode[]> => (await checkVote(files, key)).checks.filter(({ ok }) => !ok).map(({ code }) => code)

// The cells of one line (1: the first after the names) changed.
const cell = (line: number, column: number, change: (cell: string) => string): Edit => text => {
  const lines = text.split('\r\n')
  const cells = lines[line]?.split(',') ?? []
  cells[column] = change(cells[column] ?? '')
  return lines.with(line, cells.join(',')).join('\r\n')
}
const line = (change: (lines: string[]) => string[]): Edit => text => {
  const [names = '', ...lines] = text.trimEnd().split('\r\n')
  return `${[names, ...change(lines)].join('\r\n')}\r\n`
}

describe('an untouched archive', () => {
  for (const [name, files] of [['of an open vote', () => open], ['of a secret vote', () => secret], ['of an election', () => election]] as const) {
    test(`${name} holds in every part, also after it was packed and unpacked`, async () => {
      assert.deepEqual(await wrongIn(files()), [])
      assert.deepEqual(await wrongIn(await unzipped(zipped(files()))), [])
      assert.deepEqual(zipped(files()), zipped(files()), 'the same vote gives the same bytes')
    })
  }

  test('holds no name of anybody', async () => {
    const { rows } = await here.owner.query('select name from person where community_id = 1 and length(name) > 2')
    const text = [...open].map(([, bytes]) => new TextDecoder().decode(bytes)).join('')
    assert.deepEqual(rows.map(({ name }) => name).filter(name => text.includes(name)), [])
  })

  test('shows a voter her ballot, the one that it replaced, and nothing for another code', async () => {
    const vote = await checkVote(open, key)
    assert.equal(findBallot(vote, receipts[0] ?? '').found, 'replaced')
    assert.deepEqual(findBallot(vote, `${receipts[3]?.slice(0, 4).toLowerCase()} ${receipts[3]?.slice(4)}`).choices, { 1: 'yes' })
    assert.equal(findBallot(vote, 'AAAAAAAAAAAA').found, 'nothing')
    const hidden = await checkVote(secret, key)
    const own = findBallot(hidden, receipts[25] ?? '')
    assert.deepEqual([own.found, own.choices], ['among', null], 'of a secret vote it says that it is there, never what')
    assert.equal(findBallot(hidden, hidden.counted[0]?.mark ?? '').found, 'secret')
  })

  test('says in both languages what holds', async () => {
    const { checks } = await checkVote(open, key)
    for (const check of checks) for (const lang of ['zh', 'en'] as const) assert.match(said(check, lang), lang === 'zh' ? /\p{Script=Han}/u : /^[\w ,]+/u)
  })
})

describe('somebody who touches the archive', () => {
  const attacks: Record<string, [file: string, edit: Edit, found: VoteCode[]]> = {
    'one counted ballot': ['counted.csv', text => text.replace(':""no""', ':""yes""'), ['counted', 'opened', 'result']],
    'one ballot of the ledger': ['ledger.csv', cell(5, 4, hex => hex.replace(/./u, c => c === '0' ? '1' : '0')), ['ledgerRows', 'ledger', 'opened']],
    'the channel of a ballot': ['ledger.csv', cell(5, 2, () => 'door'), ['ledgerRows', 'ledger', 'opened']],
    'the time of a ballot': ['ledger.csv', cell(5, 3, at => at.replace(/\d\.000Z/u, '9.000Z')), ['ledgerRows', 'ledger', 'opened']],
    'a ballot dropped': ['ledger.csv', line(lines => lines.slice(0, -1)), ['ledger', 'asMany', 'opened', 'result']],
    'all ballots of a voter dropped': ['ledger.csv', line(lines => lines.filter(each => !/^\d+,4,/u.test(each))), ['ledgerRows', 'ledger', 'asMany', 'opened', 'result']],
    'a ballot added': ['ledger.csv', line(lines => [...lines, lines[0]?.replace('0,', `${lines.length},`) ?? '']), ['ledger']],
    'two ballots swapped': ['ledger.csv', line(lines => [lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)]), ['ledgerRows', 'ledger']],
    'a counted ballot dropped': ['counted.csv', line(lines => lines.slice(1)), ['counted', 'asMany', 'opened', 'result']],
    'a counted ballot twice': ['counted.csv', line(lines => [lines[0] ?? '', ...lines]), ['counted', 'asMany', 'result']],
    'the area of a ballot': ['counted.csv', cell(1, 3, area => `${area}1`), ['counted', 'opened', 'result']],
    'one area of the roll': ['roll.csv', cell(1, 2, area => `${Number(area) + 1}`), ['roll', 'rollSums', 'opened', 'result']],
    'the area of one home': ['roll.csv', cell(1, 5, area => `${Number(area) + 1}`), ['roll', 'rollSums']],
    'one head dropped': ['roll.csv', line(lines => lines.slice(0, -1)), ['roll', 'deliveries', 'result']],
    'one head added': ['roll.csv', line(lines => [...lines, '999,owner,9000,新里 1号楼 101,新里 1号楼,9000,registered']), ['roll', 'result']],
    'one delivery': ['deliveries.csv', cell(2, 2, () => 'owner'), ['deliveries', 'result']],
    'a delivery dropped': ['deliveries.csv', line(lines => lines.slice(1)), ['deliveries', 'result']],
    'one posting': ['postings.csv', cell(2, 3, at => at.replace('2', '1')), ['postings']],
    'the photo of a posting': ['postings.csv', cell(1, 5, hash => hash.replace(/./u, c => c === '0' ? '1' : '0')), ['postings']],
    'the posting of the result': ['postings.csv', line(lines => lines.slice(0, -1)), ['postings']],
    'when it closed': ['decision.json', text => text.replace(/"closes": "20/u, '"closes": "21'), ['announcement', 'times']],
    'when it was announced': ['decision.json', text => text.replace(/("announced": "[^"]*)(\d)(:\d\dZ|:\d\d:\d\dZ)/u, '$17$3'), ['times']],
    'the words of a question': ['decision.json', text => text.replace('邻里客厅吗', '麻将室吗'), ['announcement']],
    'a rule': ['decision.json', text => text.replace('"denominator": 3', '"denominator": 4'), ['announcement', 'result']],
    'one number of the result': ['result.json', text => text.replace(/"heads": 1(\d)/u, '"heads": 2$1'), ['resultSealed', 'result']],
    'whether it was carried': ['result.json', text => text.replaceAll('"carried": false', '"carried": true'), ['resultSealed', 'result']],
  }
  for (const [name, [file, edit, found]] of Object.entries(attacks)) {
    test(`is found out: ${name}`, async () => assert.deepEqual(await wrongIn(forged(open, file, edit)), found))
  }

  test('is found out in a secret vote too: a choice, an area of the result, a ballot more', async () => {
    assert.deepEqual(await wrongIn(forged(secret, 'counted.csv', text => text.replace(':""abstain""', ':""yes""'))), ['counted', 'resultSecret'])
    assert.deepEqual(await wrongIn(forged(secret, 'result.json', text => text.replace(/("yes": \{\s*"area": )\d+/u, '$199'))), ['resultSealed', 'resultSecret'])
    assert.deepEqual(await wrongIn(forged(secret, 'counted.csv', line(lines => [...lines, ',,,,,"{""1"":""yes""}"']))), ['counted', 'asMany', 'resultSecret'])
  })

  test('is found out in an election: a vote for somebody else, and who is elected', async () => {
    assert.deepEqual(await wrongIn(forged(election, 'counted.csv', text => text.replace('[1,3]', '[1,2]'))), ['counted', 'opened', 'result'])
    assert.deepEqual(await wrongIn(forged(election, 'result.json', text => text.replace(/"elected": \[\s*1,\s*2/u, '"elected": [1, 3'))), ['resultSealed', 'result'])
  })

  test('cannot make proofs: not of an act, not with a key of his own, not from another vote', async () => {
    const close = [...open.keys()].find(name => name.includes('decisions.close')) ?? ''
    assert.ok((await wrongIn(forged(open, close, text => text.replace(/"ballots": \d+/u, '"ballots": 3')))).includes('proof'))
    const mixed = new Map([...open].filter(([name]) => name !== close).concat([...secret].filter(([name]) => name.includes('decisions.close'))))
    assert.ok((await wrongIn(mixed)).includes('proof'))
    const stranger = verifierKey(logSigner({ keyFor: () => '11'.repeat(32) }, { community: 1 }, 'localhost/shicheng/record'))
    assert.ok((await checkVote(open, stranger)).checks.some(({ ok, code }) => !ok && code === 'proof'))
  })

  test('who only forgets the sums is told which file differs', async () => {
    const changed = new Map([...open, ['objections.json', Buffer.from('[1]')] as const])
    const sums = (await checkVote(changed, key)).checks.find(({ code }) => code === 'sums')
    assert.deepEqual([sums?.ok, sums?.values['files']], [false, 'objections.json'])
  })
})

test('the archive is for owners of the estate and for those who keep the vote', async () => {
  const id = Number((await here.owner.query('select min(id) as id from decision')).rows[0].id)
  for (const who of [here.people.committeeChair, here.people.secretary, here.people.resident]) assert.ok((await archive(id, who)).size > 9)
  for (const who of [here.people.tenant, passerBy(1)]) await assert.rejects(archive(id, who), Refused)
  const { id: other } = await opened(here)
  await assert.rejects(archive(other), Refused, 'not counted')
})
