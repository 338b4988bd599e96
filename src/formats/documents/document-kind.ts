export type DocumentKind = 'text' | 'html' | 'pdf' | 'docx' | 'mail' | 'feed' | 'zip' | 'csv'

/** What a file is, by its first bytes and, only where those do not tell, by its name. */
export function documentKind(bytes: Uint8Array, name = ''): DocumentKind {
  const starts = (...codes: number[]) => codes.every((c, i) => bytes[i] === c)
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    // A Word document is a zip whose first entries name its parts.
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
    return ending === 'docx' || head.includes('word/') ? 'docx' : 'zip'
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^(?:\xef\xbb\xbf)?\s+/, '')
  if (/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(head))
    return 'feed'
  if (
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p)\b/i.test(
      head,
    )
  )
    return 'html'
  if (
    ending === 'eml' ||
    (/^(?:[A-Z][A-Za-z-]+: [^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}/.test(head) &&
      /^(?:From|Subject|Received|MIME-Version): /im.test(head))
  )
    return 'mail'
  if (ending === 'html' || ending === 'htm') return 'html'
  return ending === 'csv' || ending === 'tsv' ? 'csv' : 'text'
}
