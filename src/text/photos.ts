// What we say about forms, files and photos that cannot be taken. `name` is the file's name, already short and clean, or ''.
import { phrases } from '#kit/phrase.ts'

const zhName = (name: string) => (name ? `“${name}”` : '这个文件')
const enName = (name: string) => (name ? `“${name}”` : 'This file')

export const photoText = phrases({
  fileTooLarge: [
    (name: string, megabytes: number) => `${zhName(name)}超过 ${megabytes} MB，收不下。截个图，或者发小一点的`,
    (name: string, megabytes: number) => `${enName(name)} is over ${megabytes} MB, more than fits. Send a screenshot or a smaller one`,
  ],
  tooManyFiles: [
    (name: string, most: number) => `一次最多 ${most} 张，${zhName(name)}没收。可以下次再补`,
    (name: string, most: number) => `${most} at most in one go; ${enName(name)} was left out. You can add it later`,
  ],
  noFilesHere: [
    (name: string) => `这里不收文件，${zhName(name)}没收`,
    (name: string) => `No files are taken here; ${enName(name)} was left out`,
  ],
  empty: [
    (name: string) => `${zhName(name)}是空的。请重新选一次`,
    (name: string) => `${enName(name)} is empty. Please choose it again`,
  ],
  notPhoto: [
    (name: string) => `${zhName(name)}不是照片。请发 JPEG 或 PNG 照片`,
    (name: string) => `${enName(name)} is not a photo. Please send a JPEG or PNG photo`,
  ],
  film: [
    (name: string) => `${zhName(name)}是录像，这里只收照片。截一张图就行`,
    (name: string) => `${enName(name)} is a film; only photos are taken here. A screenshot will do`,
  ],
  heic: [
    (name: string) => `${zhName(name)}是 HEIC 格式，这里打不开。请存成 JPEG，或者截个图再发`,
    (name: string) => `${enName(name)} is HEIC, which we cannot open. Save it as JPEG, or send a screenshot`,
  ],
  damaged: [
    (name: string) => `${zhName(name)}打不开，可能没传完。请再传一次，或者重拍一张`,
    (name: string) => `${enName(name)} does not open, perhaps it came only in part. Send it again, or take a new one`,
  ],
  tooManyPixels: [
    (name: string) => `${zhName(name)}尺寸太大，打不开。截个图再发`,
    (name: string) => `${enName(name)} is too many pixels to open. Send a screenshot instead`,
  ],
  tooSlow: [
    (name: string) => `${zhName(name)}半天打不开。截个图再发`,
    (name: string) => `${enName(name)} takes too long to open. Send a screenshot instead`,
  ],
  formTooLarge: [
    (megabytes: number) => `一次发得太多，超过了 ${megabytes} MB。少选几张，分几次发`,
    (megabytes: number) => `More than ${megabytes} MB in one go. Choose fewer photos, send them in turns`,
  ],
  tooMuchText: ['字太多，收不下。请分几次写', 'Too much text to take. Please write it in several parts'],
  tooManyFields: ['栏目太多，这张表收不下', 'More fields than this form takes'],
  unreadable: ['没收全，可能信号断了。请再发一次', 'It did not arrive whole, perhaps the signal was lost. Please send it again'],
  notForm: ['这里只收网页表单', 'Only web forms are taken here'],
})
