// A file's name is a stranger's text: it is shown, never used to decide or to find anything.

/** The name as it may be shown: the last part of a path, without invisible characters, at most 60 characters; '' if nothing is left. */
export function shownName(name: string): string {
  const visible = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim()
  const characters = [...visible]
  // The ending stays, since people tell their pictures apart by the number before it.
  return characters.length <= 60 ? visible : [...characters.slice(0, 40), '…', ...characters.slice(-19)].join('')
}
