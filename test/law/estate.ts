// A made-up estate's own rules as people write them.

/** The rules of procedure of a made-up estate; `rules` are its lines. */
export function estate(rules: string, within = 'nation'): string {
  return `key: estate_1
version: 3
layer: estate
within: ${within}
from: 2024-05-01
name: { zh: 欣景小区议事规则, en: Rules of procedure of Xinjing }
sources:
  own:
    law: { zh: 欣景小区业主大会议事规则, en: Rules of procedure of Xinjing }
    article: '18'
    says: { zh: 本小区的约定, en: What we agreed }
    mark: V
    from: 2024-05-01
rules:
${rules}
`
}
