// 取平台记录: a team's by its leader, the community's by the secretary; each time is written down.
import { exportHours, mayNotExport, recordFile, recordRows, teamsToChoose, type Whose } from '#modules/hours/public.ts'
import { today } from '#modules/communities/public.ts'
import { keepText, ownHoursText } from '#text/hours-pages.ts'
import { hoursRecordText } from '#text/hours-record.ts'
import { download } from '#web/download.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { typed, type Submit, type Visit } from '#web/visit.ts'

/** The forms for what the visitor may take; nothing for whom there is nothing. */
export async function takeForms(visit: Visit): Promise<Html> {
  const { lang, actor, db, community } = visit
  const t = keepText(lang)
  const teams = (await teamsToChoose(db)).filter(team => mayNotExport(actor, team) === null)
  const whole = mayNotExport(actor, { organisation_id: null, part_of: null }) === null
  if (teams.length === 0 && !whole) return nothing
  return html`<section>${head(t.take)}<p class="dim sm">${t.takeHint}<br>${hoursRecordText(lang).notCertificate}</p>
<form method="post" action="/${community.slug}/hours/export"><div class="field"><label for="f-whose">${t.take}</label><select id="f-whose" name="whose">${
  whole && html`<option value="community">${t.whole}</option>`}${teams.map(team => html`<option value="${team.organisation_id}">${team.name}</option>`)}</select></div>
<p class="row wrap field"><button class="btn b-line sm" name="as" value="xlsx">${ownHoursText(lang).xlsx}</button><button class="btn b-line sm" name="as" value="csv">${ownHoursText(lang).csv}</button></p></form></section>`
}

/** POST /:community/hours/export. Each time is written down: a request key would let the second one pass unseen. */
export const giveOut: Submit = async sent => {
  const asked = typed(sent.form, 'whose')
  await sent.act(exportHours, asked === 'community' ? { of: 'community' } : { of: 'team', team: asked }, { requestKey: undefined })
  const whose: Whose = asked === 'community' ? { of: 'community' } : { of: 'team', team: Number(asked) }
  const format = typed(sent.form, 'as') === 'csv' ? 'csv' : 'xlsx'
  return sent.show(async ({ db, lang, community, now }) => (
    download(ownHoursText(lang).file(community.name, today(community, now)), format, await recordFile(await recordRows(db, whose), lang, format))
  ))
}
