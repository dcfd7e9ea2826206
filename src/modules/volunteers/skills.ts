// 特长: what somebody can do for his neighbours, and which licence the law asks for. Pure; the keys stay as they are for good.

/** In the order in which they are shown; words in `skillText`. */
export const SKILLS = [
  'errands', 'company', 'carrying', 'cooking', 'child_minding', 'pet_minding', 'phone_teaching', 'tutoring', 'haircut', 'sewing', 'gardening',
  'plumbing', 'electrics', 'appliance_repair', 'locksmith', 'driving', 'first_aid',
  'general_medicine', 'emergency_medicine', 'orthopaedics', 'paediatrics', 'internal_medicine', 'dental', 'chinese_medicine', 'nursing', 'pharmacy',
  'mind', 'law', 'mediation', 'patrol', 'order_keeping', 'fire_safety', 'leaflets', 'photography', 'arts', 'dialect', 'sign_language',
] as const

export type Skill = (typeof SKILLS)[number]

/** What the law may ask for, by who issues it; words in `qualificationText`. */
export const QUALIFICATIONS = [
  'clinical_physician', 'dental_physician', 'chinese_physician', 'nurse', 'pharmacist', 'electrician', 'locksmith', 'driver', 'lawyer',
] as const

export type Qualification = (typeof QUALIFICATIONS)[number]

/** Skills that count only with one of these, checked and not over (Volunteer Service Regulation 16; Law on Doctors 13; Work Safety Law 30). */
export const NEEDED: Readonly<Partial<Record<Skill, readonly Qualification[]>>> = {
  electrics: ['electrician'],
  locksmith: ['locksmith'],
  driving: ['driver'],
  general_medicine: ['clinical_physician', 'chinese_physician'],
  emergency_medicine: ['clinical_physician'],
  orthopaedics: ['clinical_physician', 'chinese_physician'],
  paediatrics: ['clinical_physician', 'chinese_physician'],
  internal_medicine: ['clinical_physician', 'chinese_physician'],
  dental: ['dental_physician'],
  chinese_medicine: ['chinese_physician'],
  nursing: ['nurse'],
  pharmacy: ['pharmacist'],
  law: ['lawyer'],
}

/** The skills that need a checked qualification. */
export const LICENSED: readonly Skill[] = SKILLS.filter(skill => skill in NEEDED)

/** The specialities of a medical squad. */
export const MEDICAL: readonly Skill[] = [
  'general_medicine', 'emergency_medicine', 'orthopaedics', 'paediatrics', 'internal_medicine', 'dental', 'chinese_medicine', 'nursing', 'pharmacy',
]

/** The qualifications with which somebody serves as a volunteer doctor. */
export const MEDICS: readonly Qualification[] = ['clinical_physician', 'dental_physician', 'chinese_physician', 'nurse']

/** Skills with a risk to the body: they need a running accident insurance (Volunteer Service Regulation 17). */
export const RISKY: readonly Skill[] = ['electrics', 'carrying', 'driving', 'patrol', 'fire_safety']

/** Whether a word is the key of a skill. */
export function isSkill(word: string): word is Skill {
  return SKILLS.some(skill => skill === word)
}
