import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { append, neededFor, peaksOf, rootOf, type Peak } from './growth.ts'
import { EMPTY_ROOT, leafHash, nodeHash } from './hash.ts'
import { consistencyPath, inclusionPath, storedOf, subtrees, type Stretch } from './stretch.ts'
import { bundle, tileAt, tilePath } from './tile.ts'
import { rootFromInclusion, rootsFromConsistency } from '../../../public/verify.js'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

// The reference log of RFC 6962 implementations: its eight entries, the roots of its first 1 to 8 entries, and proofs.
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(each => Buffer.from(each, 'hex'))
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const INCLUSION: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [0, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
  [5, 8, ['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [1, 5, ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
]
const CONSISTENCY: [older: number, newer: number, proof: string[]][] = [
  [1, 1, []],
  [1, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
  [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
  [2, 5, ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
  [6, 7, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
]

/** A log in memory, kept as the database keeps it: leaves, and hashes of whole tiles. */
function logOf(entries: readonly Uint8Array[]) {
  const stored = new Map<string, Uint8Array>()
  const peaks: Peak[] = []
  const roots: Uint8Array[] = [rootOf(peaks)]
  entries.forEach((entry, index) => {
    stored.set(`0/${index}`, leafHash(entry))
    for (const node of append(peaks, index, leafHash(entry))) stored.set(`${node.level}/${node.index}`, node.hash)
    roots.push(rootOf(peaks))
  })
  const lookup = (level: number, index: number) => stored.get(`${level}/${index}`) ?? assert.fail(`${level}/${index} is not stored`)
  const proof = (parts: readonly Stretch[]) => parts.map(part => rootOf(peaksOf(part, lookup)))
  return { roots, lookup, proof, peaks }
}

// As the RFC says it, word for word: the yardstick.
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves
  if (!first) return EMPTY_ROOT
  if (leaves.length === 1) return first
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => Buffer.from(`entry ${i}`))
const big = logOf(numbered(1500))
const bigLeaves = numbered(1500).map(leafHash)

describe('the tree', () => {
  const log = logOf(ENTRIES)

  test('has the published roots', () => {
    assert.deepEqual(log.roots.slice(1).map(hex), ROOTS)
    assert.equal(hex(log.roots[0] ?? EMPTY_ROOT), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('makes the published proofs of inclusion', () => {
    for (const [index, size, proof] of INCLUSION) assert.deepEqual(log.proof(inclusionPath(index, size)).map(hex), proof, `${index} in ${size}`)
  })

  test('makes the published proofs of consistency', () => {
    for (const [older, newer, proof] of CONSISTENCY) assert.deepEqual(log.proof(consistencyPath(older, newer)).map(hex), proof, `${older} to ${newer}`)
    assert.deepEqual(consistencyPath(0, 8), [])
    assert.throws(() => consistencyPath(8, 7), RangeError)
    assert.throws(() => inclusionPath(8, 8), RangeError)
  })

  test('has the same roots as the RFC’s own sentence, at every size', () => {
    for (let size = 0; size <= 600; size++) assert.equal(hex(big.roots[size] ?? EMPTY_ROOT), hex(naiveRoot(bigLeaves.slice(0, size))), `${size}`)
  })

  test('proves that any entry is in any log that holds it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1500 }), fc.nat(), (size, any) => {
      const index = any % size
      const proof = big.proof(inclusionPath(index, size))
      assert.equal(hex(rootFromInclusion(bigLeaves[index] ?? EMPTY_ROOT, index, size, proof)), hex(big.roots[size] ?? EMPTY_ROOT))
    }), { numRuns: 400 })
  })

  test('proves that any log follows any earlier one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 1500 }), (one, other) => {
      const [older, newer] = [Math.min(one, other), Math.max(one, other)]
      const [old, fresh] = [big.roots[older] ?? EMPTY_ROOT, big.roots[newer] ?? EMPTY_ROOT]
      assert.deepEqual(rootsFromConsistency(older, newer, old, big.proof(consistencyPath(older, newer))).map(hex), [hex(old), hex(fresh)])
    }), { numRuns: 400 })
  })

  test('can be grown on from what is stored', () => {
    for (const size of [1, 255, 256, 257, 700, 1024, 1500]) assert.equal(hex(rootOf(peaksOf({ from: 0, until: size }, big.lookup))), hex(big.roots[size] ?? EMPTY_ROOT))
    assert.ok(neededFor([{ from: 0, until: 1500 }]).every(({ level }) => level <= 1))
  })

  test('of ten million million entries is still counted right', () => {
    const size = 10 ** 13 + 7
    assert.equal(subtrees({ from: 0, until: size }).reduce((sum, { from, until }) => sum + until - from, 0), size)
    for (const tree of subtrees({ from: 0, until: size })) {
      const { level, count } = storedOf(tree)
      assert.equal(count * 256 ** level, tree.until - tree.from)
      assert.ok(count <= 128)
    }
    assert.equal(inclusionPath(10 ** 13, size).length, 3 + subtrees({ from: 0, until: 10 ** 13 }).length)
  })
})

describe('an address of a tile', () => {
  const KNOWN: [path: string, tile: Parameters<typeof tilePath>[0]][] = [
    ['tile/0/x001/x234/067', { level: 0, index: 1234067, width: 256 }],
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/1/999.p/17', { level: 1, index: 999, width: 17 }],
    ['tile/entries/x001/000.p/112', { level: 'entries', index: 1000, width: 112 }],
    ['tile/63/005', { level: 63, index: 5, width: 256 }],
  ]

  test('is written as c2sp.org/tlog-tiles says, and read again', () => {
    for (const [path, tile] of KNOWN) {
      assert.equal(tilePath(tile), path)
      assert.deepEqual(tileAt(path), tile)
    }
  })

  test('in any other writing is no address', () => {
    for (const path of ['tile/0/1', 'tile/0/x000/001', 'tile/00/001', 'tile/64/001', 'tile/0/001.p/256', 'tile/0/001.p/0', 'tile/0/001.p/01', 'tile/0/001.p', 'tile/0/x001',
      'tile/-1/001', 'tile/data/001', '/tile/0/001', 'tile/0/001/', 'tile/0/1000', 'tile/0/x001/1', `tile/0/${'x999/'.repeat(6)}999`, 'checkpoint', '']) assert.equal(tileAt(path), null, path)
  })

  test('is found again for any index', () => {
    fc.assert(fc.property(fc.nat({ max: 63 }), fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (level, index, width) =>
      assert.deepEqual(tileAt(tilePath({ level, index, width })), { level, index, width })))
  })

  test('of entries gives each after its length', () => assert.equal(hex(bundle([Buffer.from('ab'), Buffer.alloc(300)])).slice(0, 16), '00026162012c0000'))
})
