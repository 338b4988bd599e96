import type { Docket } from '../docket.ts'
import type { Question } from '../judge-one.ts'
import type { Bearer, PreparedProvision } from '../prepared.ts'
import type { Explanation, Verdict } from '../verdict.ts'
import { Engine } from './engine.ts'
import { explainNow, judgeNow } from './verdicts.ts'

/**
 * Reports beyond which a docket is judged by the engine: there building it costs less than comparing every
 * act with every other (bench/engine.ts, "docket").
 */
const LARGE = 4000

/** Does a docket hold so many reports that the engine judges it sooner? */
export const isLarge = (d: Docket): boolean => d.act.claims.length > LARGE

const ENGINES = new WeakMap<Docket, Engine>()

/** An engine over what counts in a docket, at t. Built once a docket; another t moves it. */
function engineOf(d: Docket, t: number): Engine {
  let engine = ENGINES.get(d)
  if (!engine) {
    engine = new Engine(d.prepared, t)
    const { claims, rulings, links, coverage, suspensions, releases } = d.act
    engine.addAll([...coverage, ...suspensions, ...links, ...rulings, ...releases, ...claims])
    engine.records.latest = d.act.k
    engine.records.quarantined.push(...d.act.quarantined)
    const held = engine.claims
    engine.events.isDoubled = i => d.act.doublyCorrected.has(held.ids.text(i))
    ENGINES.set(d, engine)
  }
  if (engine.now !== t) engine.moveTo(t)
  return engine
}

/** As `judgeDocket`, by the engine. */
export const judgeLarge = (d: Docket, asked: Omit<Question, 'k'>): Verdict[] =>
  judgeNow(engineOf(d, asked.t), asked.from === undefined ? {} : { from: asked.from })

/** As `explainOne`, by the engine. */
export const explainLarge = (
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  asked: Omit<Question, 'k'>,
): Explanation =>
  explainNow(engineOf(d, asked.t), p, bearer, asked.from === undefined ? {} : { from: asked.from })
