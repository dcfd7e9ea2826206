// What later modules and the doors may use of the record.
export { auditRecord, lastAudit } from '#modules/record/audit.ts'
export { compared, nothingCompared, type Comparison } from '#modules/record/compare.ts'
export { logSigner } from '#modules/record/entry.ts'
export { EXPORT_HEAD, exportPart, exportRecord, mayNotExport } from '#modules/record/export.ts'
export { headOfSize, headsBetween, lastHead, proofOf, tileBytes, type HeadRow } from '#modules/record/read.ts'
export { OPEN_ACTS, provableActs, receiptFor, type Receipt } from '#modules/record/receipt.ts'
export { sealRecord, somethingToSeal, standing } from '#modules/record/seal.ts'
export { originOf, setBack } from '#modules/record/set-back.ts'
