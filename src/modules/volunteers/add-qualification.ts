// 交资质: a licence with a picture of it, for whoever checks; sealed, and shown to nobody else.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Photo } from '#kit/photos.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { oneOf, paperNumber, say } from '#modules/volunteers/fields.ts'
import { endQualifications } from '#modules/volunteers/drop-qualification.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { QUALIFICATIONS } from '#modules/volunteers/skills.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'
import { qualificationText } from '#text/skills.ts'

/** The ending of a sealed picture among the files. */
export const SEALED = 'sealed'

export const addQualificationInput = z.strictObject({
  kind: oneOf(QUALIFICATIONS, say('qualification'), qualificationText),
  number: paperNumber,
  validUntil: z.union([z.literal('').transform(() => null), z.iso.date()]).nullable().default(null)
    .meta({ label: say('validUntil'), hint: say('validUntilHint'), wrong: say('validUntilWrong'), control: 'date' }),
  photo: z.custom<Photo>(given => typeof given === 'object' && given !== null && 'bytes' in given).meta({ label: say('photo'), wrong: say('photoWrong') }),
})

/** Hands it in. One of the same kind that nobody has checked yet gives way to it. */
export const addQualification = action({
  name: 'volunteers.addQualification',
  summary: say('summaryAddQualification'),
  input: addQualificationInput,
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, input, actor, files, secrets, limits, from, now }) => {
    if (input.validUntil !== null && input.validUntil < await localDay(db, now)) throw invalid([{ field: 'validUntil', reason: say('validUntilWrong') }])
    await takeTurn(db, { limits, from, now }, actor, 'photo')
    const owner = volunteer?.id ?? 0
    await endQualifications(db, files, { volunteer: owner, waiting: input.kind }, now)
    const photo = await files.save(db.community, Buffer.from(secrets.encrypt(input.photo.bytes.toString('base64'))), SEALED)
    const { id } = await db.insertInto('volunteer_qualification').values({
      community_id: db.community, volunteer_id: owner, kind: input.kind, number_sealed: secrets.encrypt(input.number), number_end: input.number.slice(-4),
      photo, valid_until: input.validUntil, sent_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `volunteers/${owner}`, answer: { id: owner, qualification: id }, facts: { qualification: id, kind: input.kind, person: volunteer?.person_id } }
  },
})
