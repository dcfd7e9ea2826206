import { phrases } from '#kit/phrase.ts'

// Why a table file was not read. Each says what to do next.
export const tableText = phrases({
  empty: ['这个文件是空的，没有表头', 'This file is empty: it has no header row'],
  notTable: ['这不是表格文件。请选 .xlsx 或 CSV', 'This is not a table. Please choose an .xlsx or CSV file'],
  oldExcel: [
    '这个文件我们打不开。请在 Excel 或 WPS 里另存为 .xlsx 或 CSV，再选一次',
    'We cannot open this kind of file. Please save it as .xlsx or CSV in Excel or WPS, then choose it again',
  ],
  locked: ['这个文件有密码。请去掉密码另存一份，再选一次', 'This file has a password. Please save a copy without it, then choose it again'],
  broken: [
    '这个文件不完整，打不开。请在 Excel 或 WPS 里打开，另存一份再选',
    'This file is damaged. Please open it in Excel or WPS, save a copy and choose that',
  ],
  unreadable: ['文字编码认不出来。请另存为“CSV UTF-8”或 .xlsx', 'We cannot read its letters. Please save it as “CSV UTF-8” or .xlsx'],
  openQuote: [
    (line: number) => `第 ${line} 行有个引号没有关上，后面读不下去`,
    (line: number) => `A quotation mark is not closed in row ${line}, so we cannot read on`,
  ],
  tooLarge: [
    (megabytes: number) => `文件太大，最多 ${megabytes} MB。请分成几份`,
    (megabytes: number) => `The file is too large: at most ${megabytes} MB. Please split it`,
  ],
  tooMuchInside: ['文件里的内容太多，打不开。请分成几份', 'There is too much in this file to open. Please split it'],
  tooManyRows: [
    (most: number) => `行太多，最多 ${most} 行。请分成几份`,
    (most: number) => `Too many rows: at most ${most}. Please split the file`,
  ],
  tooManyColumns: [
    (line: number, most: number) => `第 ${line} 行的列太多，最多 ${most} 列`,
    (line: number, most: number) => `Too many columns in row ${line}: at most ${most}`,
  ],
  cellTooLong: [
    (line: number, most: number) => `第 ${line} 行有一格太长，最多 ${most} 个字`,
    (line: number, most: number) => `A cell in row ${line} is too long: at most ${most} characters`,
  ],
})
