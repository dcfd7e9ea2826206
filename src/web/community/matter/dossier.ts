// The sealed file of a matter: to read, to print on A4, and to take away as one archive.
import type { FileStore } from '#kit/files.ts'
import { dossierArchive, dossierOf, photoName, type Dossier } from '#modules/matters/public.ts'
import { dossierText } from '#text/dossier.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { headLine } from '../record/head-line.ts'
import { dossierBody } from './dossier-body.ts'
import { receiptQuery } from './trail.ts'

/** GET /:community/matters/:id/dossier; `?code=` as on the matter's page. */
export const page: Page = async visit => {
  const { lang, community } = visit
  const t = dossierText(lang)
  const id = idIn(visit)
  const dossier = await asked(visit)
  const at = `/${community.slug}/matters/${id}`
  const code = receiptQuery(visit, '?')
  const { reopened_from: before } = dossier.content
  return framed(visit, {
    title: t.titleOf(dossier.number), back: `${at}${code}`, ...!dossier.isPrivate && { qr: `${visit.publicUrl}${at}/dossier` },
  }, html`
${before !== null ? note('', 'back', html`<a href="/${community.slug}/matters/${before}">${t.follows(before)}</a>`) : nothing}${
    dossier.later !== null ? note('', 'next', html`<a href="/${community.slug}/matters/${dossier.later}">${t.goesOn(dossier.later)}</a>`) : nothing}
${dossierBody({ lang, dossier, zone: community.time_zone, photoAt: hash => `${at}/photos/${hash}${code}` })}
<p class="field no-print"><a class="btn full b-line" href="${at}/dossier.zip${code}">${icon('show')}${t.download}</a></p>
<p class="no-print"><a href="${at}${code}">${t.toMatter}</a></p>${await headLine(visit)}`)
}

/** GET /:community/matters/:id/dossier.zip */
export function archive(files: Pick<FileStore, 'open'>): Page {
  return async visit => {
    const dossier = await asked(visit)
    const photos = new Map<string, Uint8Array>()
    for (const hash of new Set(dossier.content.photos.map(photo => photo.sha256))) {
      const bytes = dossier.photos.has(hash) ? await files.open(visit.community.id, hash, 'jpg') : null
      if (bytes) photos.set(hash, bytes)
    }
    const bytes = dossierArchive(dossier, String(await alone(visit, dossier)), photos)
    return new Response(bytes, { headers: {
      'content-type': 'application/zip', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${dossier.number}.zip"`,
    } })
  }
}

function asked(visit: Visit): Promise<Dossier> {
  const id = idIn(visit)
  return dossierOf(visit.db, visit.actor, id, visit.isReceipt(id, visit.url.searchParams.get('code') ?? ''))
}

// Read where nothing of ours is at hand: no sheet, no script, no drawing.
function alone({ lang, community }: Visit, dossier: Dossier): Html | Promise<Html> {
  const title = dossierText(lang).titleOf(dossier.number)
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><h1>${title}</h1><p>${community.name}</p>${dossierBody({ lang, dossier, zone: community.time_zone, photoAt: photoName })}</body></html>
`
}
