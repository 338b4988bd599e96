import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { ask } from '../../../src/reader/model/chat.ts'
import { proposeWithModel } from '../../../src/reader/model/propose.ts'
import { BLOCK, holdsName, redact } from '../../../src/reader/model/redact.ts'
import { readReport } from '../../../src/reader/read.ts'

/** A scripted model on loopback: it answers what the test says and keeps what it was sent. */
let script: (request: string, response: ServerResponse) => void = () => {}
let received: string[] = []
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  let body = ''
  request.on('data', d => {
    body += d
  })
  request.on('end', () => {
    received.push(body)
    script(body, response)
  })
})
let address = ''
before(
  () =>
    new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => {
        address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
        resolve()
      }),
    ),
)
after(() => {
  server.closeAllConnections()
  server.close()
})

const says = (content: unknown) => (_: string, response: ServerResponse) => {
  response.setHeader('content-type', 'application/json')
  response.end(
    JSON.stringify({
      choices: [{ message: { content: typeof content === 'string' ? content : JSON.stringify(content) } }],
    }),
  )
}
const TEXT =
  'اجتمع الوفدان مساء أمس. الهدنة في نظر الوسيط هشة جدًا كما يظهر من كلامه. غادر سالم بن ناصر الحمداني القاعة.'
const reading = readReport({ text: TEXT, publishedAt: '2021-03-01', lang: 'ar', outlet: 'Test' })
const propose = (vault: string[] = [], timeout = 2_000) => {
  received = []
  return proposeWithModel(reading, { address, model: 'own-model', timeout }, vault)
}
const good = { quote: 'الهدنة في نظر الوسيط هشة جدًا', speaker: 'الوسيط', via: [], act: 'assert' }

describe('a model of one’s own', () => {
  it('may propose what quotes the exact words, marked as its own', async () => {
    script = says({ statements: [good] })
    const answer = await propose()
    assert.ok(answer.ok)
    const [p] = answer.value.proposals
    assert.equal(p?.by, 'own-model')
    assert.equal(TEXT.slice(p.span.start, p.span.end), good.quote)
    assert.ok(p.confidence <= 0.5)
  })
  it('an answer fenced in Markdown is read', async () => {
    script = says(`Sure!\n\`\`\`json\n${JSON.stringify({ statements: [good] })}\n\`\`\``)
    const answer = await propose()
    assert.ok(answer.ok && answer.value.proposals.length === 1)
  })
  it('invented words, speakers and carriers are dropped', async () => {
    script = says({
      statements: [
        { ...good, quote: 'الهدنة في نظر الوسيط قوية جدًا' },
        { ...good, speaker: 'وزير الدفاع' },
        { ...good, via: ['رويترز'] },
      ],
    })
    const answer = await propose()
    assert.ok(answer.ok)
    assert.deepEqual([answer.value.proposals.length, answer.value.dropped.invented], [0, 3])
  })
  it('malformed items are dropped, the rest kept', async () => {
    script = says({
      statements: [null, 7, { quote: 'x' }, { ...good, act: 'explode' }, { ...good, via: 'no list' }, good],
    })
    const answer = await propose()
    assert.ok(answer.ok)
    assert.deepEqual([answer.value.proposals.length, answer.value.dropped.malformed], [1, 5])
  })
  it('a refusal in words is nonsense, told as such', async () => {
    script = says('I cannot help with that.')
    const answer = await propose()
    assert.ok(!answer.ok && answer.error.code === 'model-nonsense')
  })
  it('a server error is told by its status, without its body', async () => {
    script = (_, response) => {
      response.statusCode = 500
      response.end('secret stack')
    }
    const answer = await propose()
    assert.ok(!answer.ok && answer.error.code === 'model-refused')
    assert.ok(!JSON.stringify(answer.error).includes('secret'))
  })
  it('half a line of JSON, or HTML, is nonsense', async () => {
    for (const body of ['{"choices":[{"mess', '<html>busy</html>']) {
      script = (_, response) => response.end(body)
      const answer = await propose()
      assert.ok(!answer.ok && answer.error.code === 'model-nonsense', body)
    }
  })
  it('silence ends with the time-out', async () => {
    script = () => {}
    const answer = await propose([], 60)
    assert.ok(!answer.ok && answer.error.code === 'model-timeout')
  })
  it('an answer without end is cut off', async () => {
    script = (_, response) => {
      const more = () => {
        if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(more)
        else response.once('drain', more)
      }
      more()
    }
    const answer = await propose([], 20_000)
    assert.ok(!answer.ok && answer.error.code === 'model-endless')
  })
  it('a redirect is not followed: the text goes where the user said', async () => {
    script = (_, response) => {
      response.statusCode = 307
      response.setHeader('location', `${address}/elsewhere`)
      response.end()
    }
    const answer = await propose()
    assert.ok(!answer.ok && received.length === 1)
  })
  it('nobody listening, or no address at all, is told', async () => {
    const closed = await ask({ address: 'http://127.0.0.1:9/v1', model: 'm', timeout: 500 }, [])
    assert.ok(!closed.ok)
    const none = await ask({ address: 'ftp://x', model: 'm' }, [])
    assert.ok(!none.ok && none.error.code === 'model-address')
  })
})

describe('names from the vault', () => {
  const vault = ['سالم ناصر الحمداني', 'عبد الرحمن الجابر']
  it('never leave: they are blacked out in every spelling', async () => {
    script = says({ statements: [] })
    await propose(vault)
    assert.equal(received.length, 1)
    const sent = (JSON.parse(received[0]!) as { messages: { content: string }[] }).messages[1]!.content
    assert.ok(sent.includes(BLOCK))
    for (const part of ['سالم', 'الحمداني']) assert.ok(!sent.includes(part), part)
  })
  const spellings = [
    'ولعبدالرحمن الجابر',
    'عبد الرحمن بن الجابر',
    'سالم الحمداني',
    'ناصر الحمداني',
    'سالم بن ناصر الحمداني',
  ]
  for (const s of spellings)
    it(`${s} is blacked out`, () => assert.ok(!/[\u0621-\u064a]{3}/.test(redact(s, vault)), redact(s, vault)))
  it('other words stay, and offsets with them', () => {
    const text = 'وصل سالم ناصر الحمداني إلى القاعة'
    const out = redact(text, vault)
    assert.equal(out.length, text.length)
    assert.ok(out.startsWith('وصل ') && out.endsWith(' إلى القاعة'))
  })
  it('a quotation that holds a black mark is dropped', async () => {
    script = (request, response) => {
      const sent = (JSON.parse(request) as { messages: { content: string }[] }).messages[1]!.content
      const at = sent.indexOf(BLOCK)
      says({ statements: [{ ...good, quote: sent.slice(at - 5, at + 8) }] })('', response)
    }
    const answer = await propose(vault)
    assert.ok(answer.ok)
    assert.deepEqual([answer.value.proposals.length, answer.value.dropped.redacted], [0, 1])
  })
  it('an empty list blacks out nothing', () => assert.equal(redact(TEXT, []), TEXT))
  it('holdsName sees a name that is left', () => {
    assert.ok(holdsName('قال سالم ناصر الحمداني', vault))
    assert.ok(!holdsName('قال سالم', vault))
  })
})
