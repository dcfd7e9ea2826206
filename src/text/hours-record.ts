// The platform record: its columns, and what it is not.
import { phrases } from '#kit/phrase.ts'

/** In the order of the fields that Ministry Order 67 asks for. */
export const columnText = phrases({
  volunteer: ['志愿者', 'Volunteer'],
  activity: ['活动名称', 'Activity'],
  date: ['日期', 'Date'],
  place: ['地点', 'Place'],
  served: ['服务对象人次', 'Persons served'],
  content: ['服务内容', 'Content'],
  time: ['服务时间', 'Time'],
  hours: ['时长（小时）', 'Hours'],
  quality: ['服务质量', 'Quality'],
  proof: ['凭据', 'Shown by'],
  head: ['活动负责人', 'Head'],
  recorder: ['记录人', 'Recorder'],
  approver: ['审核人', 'Approver'],
})

export const hoursRecordText = phrases({
  title: ['志愿服务平台记录', 'Platform record of service'],
  house: ['签到签退自动记', 'check-in and check-out'],
  total: [(rows: number, hours: string) => `一共 ${rows} 次，${hours} 小时`, (rows: number, hours: string) => `${rows} times, ${hours} hours in all`],
  notCertificate: [
    '这是平台上的记录，不是志愿服务记录证明（民政部令第 67 号）。',
    'This is a record on the platform of the neighbourhood. It is not the certificate of volunteer service (Order 67 of the Ministry of Civil Affairs).',
  ],
  missing: [
    '还没有接到中国志愿服务网，所以没有志愿者编号、证明编号、出具单位盖章和经办人签名；要证明，请组织单位按那里的记录出具。',
    'It is not yet joined to the national information system: there is no volunteer number, no certificate number, no seal and no signatures. For a certificate ask the organiser, who issues it from that system.',
  ],
  rounding: [
    '时长只算真正服务的时间，不算路上；以小时计，保留一位小数，四舍五入。合计先加分钟再取小数，所以可能和各行之和差一点。',
    'Only time really served counts, not the way there, in hours to one decimal, half up. Totals add minutes first, so they may differ a little from the sum of the lines.',
  ],
})
