// What later modules and the doors may use of hooks.
export { endHook } from '#modules/hooks/end.ts'
export { makeHook, makeHookInput } from '#modules/hooks/make.ts'
export { mayNotKeepHooks } from '#modules/hooks/may-not.ts'
export { noteReport } from '#modules/hooks/note-report.ts'
export { hooks, openHook, organisations } from '#modules/hooks/read.ts'
