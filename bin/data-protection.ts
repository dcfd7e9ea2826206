// docs/data-protection.md, made from the declaration of personal data: `npm run data-protection`. A law test keeps it true.
import { readFileSync, writeFileSync } from 'node:fs'
import { PERSONAL_DATA, WORDING_SINCE } from '#modules/people/public.ts'
import { privacyFieldText, privacyText } from '#text/privacy.ts'

const DOC = new URL('../docs/data-protection.md', import.meta.url)

/** The page as it should be: English for those who run and read the code; residents read the same at /privacy in their own words. */
export function dataProtectionPage(): string {
  const t = privacyFieldText('en')
  return `# Data protection

Every personal field of the database: what it is, its purpose, its ground in the Personal Information Protection Law (PIPL), who sees it and
when it ends. Made from \`src/modules/people/personal-data.ts\` by \`npm run data-protection\`; a law test fails when a column is added that is neither
declared there nor said to be about nobody. Residents read the same in their own words at \`/privacy\`. This wording holds from ${WORDING_SINCE}.

${PERSONAL_DATA.map(({ kind, articles, sensitive, fields }) => `## ${t[`${kind}_what`]}${sensitive ? ` (${privacyText('en').sensitive})` : ''}

- For what: ${t[`${kind}_purpose`]}
- Ground: PIPL ${articles.replaceAll('、', ', ')}
- Who sees it: ${t[`${kind}_who`]}
- Ends: ${t[`${kind}_ends`]}
- Fields: ${fields.map(field => `\`${field}\``).join(', ')}`).join('\n\n')}
`
}

/** What stands in the repository. */
export function dataProtectionWritten(): string {
  return readFileSync(DOC, 'utf8')
}

if (import.meta.main) writeFileSync(DOC, dataProtectionPage())
