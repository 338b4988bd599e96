import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** Somebody's own language model behind an OpenAI-compatible address (Ollama, vLLM, llama.cpp …). */
export type ModelSettings = {
  /** Up to and with '/v1', e.g. 'http://127.0.0.1:11434/v1'. */
  readonly address: string
  /** Shown beside every proposal that came from it. */
  readonly model: string
  readonly key?: string
  /** Milliseconds for the whole answer; 60,000 when absent. */
  readonly timeout?: number
}

export type Message = { readonly role: 'system' | 'user'; readonly content: string }

/** An answer longer than this is nonsense for what is asked. */
const LONGEST_ANSWER = 1_000_000

/**
 * One question to the model, its answer as text. Every failure is a problem that says what to look at;
 * none holds the text sent, the answer, or the key. Redirects are not followed: the text goes
 * where the user said, nowhere else.
 */
export async function ask(
  settings: ModelSettings,
  messages: readonly Message[],
): Promise<Result<string, Problem>> {
  const address = addressOf(settings.address)
  if (!address)
    return problem('model-address', `'${settings.address}' is no address`, 'http(s)://host:port/v1')
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(settings.timeout ?? 60_000),
      headers: {
        'content-type': 'application/json',
        ...(settings.key ? { authorization: `Bearer ${settings.key}` } : {}),
      },
      body: JSON.stringify({ model: settings.model, messages, temperature: 0, stream: false }),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return problem(
        'model-refused',
        `the model's server answered ${response.status}`,
        'status 200: check address, model name and key',
      )
    }
    const body = await readAtMost(response, LONGEST_ANSWER)
    if (body === undefined)
      return problem('model-endless', 'the answer does not end', `at most ${LONGEST_ANSWER} characters`)
    const content = contentOf(body)
    return content === undefined
      ? problem(
          'model-nonsense',
          'the answer has no message',
          'choices[0].message.content, as the OpenAI chat interface gives',
        )
      : ok(content)
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return timedOut
      ? problem(
          'model-timeout',
          `no answer within ${settings.timeout ?? 60_000} ms`,
          'a faster model or a longer time-out',
        )
      : problem('model-unreachable', 'the model could not be reached', 'a server listening at that address')
  }
}

function addressOf(address: string): URL | undefined {
  try {
    const url = new URL(`${address.replace(/\/+$/, '')}/chat/completions`)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined
  } catch {
    // Not an address at all: told as such by the caller.
    return undefined
  }
}

async function readAtMost(response: Response, most: number): Promise<string | undefined> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > most) return undefined
  }
  return text + decoder.decode()
}

function contentOf(body: string): string | undefined {
  try {
    const parsed = JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] }
    const content = parsed.choices?.[0]?.message?.content
    return typeof content === 'string' ? content : undefined
  } catch {
    // A server that answers in HTML or half a line: nonsense, told by the caller.
    return undefined
  }
}

const problem = (code: string, message: string, expected: string): Result<never, Problem> =>
  fail({ code, message, expected, severity: 'warning' })
