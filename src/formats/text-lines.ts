/** Text or bytes as they come from a file, in any pieces. */
export type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** A line longer than this is no table's: it is cut and told as broken by whoever reads it. */
const LONGEST_LINE = 1_000_000

/**
 * The lines of a stream, numbered from 1, without their ends (LF, CRLF), decoded as UTF-8; a byte-order
 * mark goes. Memory stays at one piece and one line, however long the file.
 */
export async function* linesOf(
  chunks: Chunks,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let number = 0
  const take = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text)
  for await (const chunk of chunks) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    if (number === 0) rest = rest.replace(/^\uFEFF/, '')
    let from = 0
    for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', from)) {
      yield { number: ++number, text: take(rest.slice(from, at)) }
      from = at + 1
    }
    rest = rest.slice(from)
    if (rest.length > LONGEST_LINE) {
      yield { number: ++number, text: rest.slice(0, LONGEST_LINE) }
      rest = ''
    }
  }
  rest += decoder.decode()
  if (rest) yield { number: ++number, text: take(rest) }
}
