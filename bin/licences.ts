// docs/licences.md: every package that the lock file names, by its licence. `npm run licences` writes it; a law test keeps it true.
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const DOC = new URL('../docs/licences.md', import.meta.url)

const lockFile = z.object({
  packages: z.record(z.string(), z.object({
    version: z.string().optional(), license: z.string().optional(), integrity: z.string().optional(), dev: z.boolean().optional(),
    hasInstallScript: z.boolean().optional(),
  })),
})

/** One package of the lock file; `dev` is one that only the tests and the tools need. */
export interface Package {
  name: string
  version: string
  licence: string
  integrity: string
  dev: boolean
  hasInstallScript: boolean
}

/** Every package that `npm ci` may install, by name and version. */
export function packages(): Package[] {
  const { packages: found } = lockFile.parse(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')))
  return Object.entries(found).filter(([path]) => path !== '').map(([path, each]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: each.version ?? '', licence: each.license ?? '', integrity: each.integrity ?? '',
    dev: each.dev ?? false, hasInstallScript: each.hasInstallScript ?? false,
  })).toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'))
}

/** The page: how many packages of each licence, then their names. */
export function licencesPage(all: readonly Package[]): string {
  const running = all.filter(each => !each.dev)
  const sections = [['What runs', running], ['What only tests and tools need', all.filter(each => each.dev)]] as const
  return `# Licences

Made from package-lock.json by \`npm run licences\`; a law test keeps it true. Linju itself is under AGPL-3.0-only, with which all of
these go together. \`npm run sbom\` prints the bill of materials (CycloneDX) with versions and hashes.

${sections.map(([title, list]) => `## ${title}: ${list.length}\n\n${byLicence(list)}`).join('\n\n')}
`
}

function byLicence(list: readonly Package[]): string {
  const groups = Map.groupBy(list, each => each.licence)
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length)
    .map(([licence, of]) => `- **${licence}** (${of.length}): ${[...new Set(of.map(each => `${each.name} ${each.version}`))].join(', ')}`).join('\n')
}

/** What stands in the repository. */
export function licencesWritten(): string {
  return readFileSync(DOC, 'utf8')
}

if (import.meta.main) writeFileSync(DOC, licencesPage(packages()))
