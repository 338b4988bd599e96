/** Is the word, bare or under Arabic particles and article, in the set? */
export function hasCue(set: ReadonlySet<string>, word: string, lang: string): boolean {
  if (set.has(word)) return true
  if (lang !== 'ar' || word.length < 3) return false
  let rest = word
  const c = rest.charAt(0)
  if (c === 'و' || c === 'ف') {
    rest = rest.slice(1)
    if (set.has(rest)) return true
  }
  const p = rest.charAt(0)
  if ((p === 'ب' || p === 'ل' || p === 'ك') && set.has(rest.slice(1))) return true
  if (rest.startsWith('ال') && set.has(rest.slice(2))) return true
  return rest.startsWith('بال') && set.has(rest.slice(3))
}
