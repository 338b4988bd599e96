import type { Accord } from '../accord/model.ts'
import type { Place } from '../place/place.ts'
import { sideOf, toEdge } from '../place/polygon.ts'
import { projectionAt } from '../place/projection.ts'
import { shapeInside } from '../place/region.ts'
import { type Area, areaOf, type Shape, shapeOf } from '../place/shape.ts'
import { F, inWindow, T, type When } from '../time/when.ts'
import type { ZoneAnswer } from '../view/incidents.ts'
import { periodOf } from '../view/incidents.ts'
import type { Words } from '../words.ts'

/** Why an incident is inside a zone, outside it, or cannot be told. */
export type ZoneReason = { readonly answer: ZoneAnswer; readonly because: Words }

/**
 * The reason for an answer of the engine, from the sharpest place and the common time of an incident.
 *
 * @param answer what the engine says from all claims together; the sentence never contradicts it, and says so
 *   when the sources' places together tell less than the sharpest alone.
 */
export function zoneReason(
  accord: Pick<Accord, 'zones' | 'projection' | 'tz'>,
  incident: { readonly place: Place; readonly when: When; readonly conflicts: readonly string[] },
  zoneId: string,
  answer: ZoneAnswer,
): ZoneReason {
  const { place, when } = incident
  const zone = accord.zones.find(z => z.id === zoneId)
  if (!zone)
    return {
      answer,
      because: { en: `The accord has no zone ${zoneId}.`, ar: `لا منطقة في الاتفاق باسم ${zoneId}.` },
    }
  const p = projectionAt(accord.projection.origin)
  const versions = zone.versions.filter(v => inWindow(when, periodOf(v, accord.tz)) !== F)
  if (!versions.length)
    return {
      answer,
      because: { en: 'The zone had no line at that time.', ar: 'لم يكن للمنطقة خط في ذلك الوقت.' },
    }
  if (answer !== 'outside' && place.kind === 'unknown')
    return {
      answer,
      because: {
        en: 'No source gives a place, so it may have been anywhere.',
        ar: 'لا يذكر أي مصدر مكاناً، فقد يكون في أي موضع.',
      },
    }
  if (answer === 'cannot-tell' && incident.conflicts.includes('place'))
    return {
      answer,
      because: {
        en: 'Its sources give places that exclude each other, some inside and some outside.',
        ar: 'تذكر مصادره أمكنة لا تجتمع، بعضها داخل المنطقة وبعضها خارجها.',
      },
    }
  const shape = shapeOf(place, p)
  const edges = versions.map(v => ({ inner: areaOf(v.inner, p), outer: areaOf(v.outer, p) }))
  const answers = edges.map(e => shapeInside(shape, e.inner, e.outer))
  if (answer === 'cannot-tell' && answers.every(a => a === T))
    return {
      answer,
      because: {
        en: 'The place lies inside, but the time given begins before the line held or ends after it.',
        ar: 'المكان داخلها، لكن الوقت المذكور يبدأ قبل سريان الخط أو ينتهي بعده.',
      },
    }
  if (answer === 'cannot-tell' && new Set(answers).size > 1)
    return {
      answer,
      because: {
        en: 'The time given spans a change of the line, and the answer differs before and after.',
        ar: 'يمتد الوقت المذكور على تغيّر في الخط، ويختلف الجواب قبله وبعده.',
      },
    }
  const at = answers.findIndex(a =>
    answer === 'inside' ? a === T : answer === 'outside' ? a === F : a !== T && a !== F,
  )
  return { answer, because: at < 0 ? bySources(answer) : sentence(answer, shape, edges[at]!) }
}

/** All claims together say more, or less, than the sharpest place alone. */
const bySources = (answer: ZoneAnswer): Words =>
  answer === 'inside'
    ? { en: 'The places of its sources together lie inside.', ar: 'أمكنة مصادره مجتمعةً داخل المنطقة.' }
    : answer === 'outside'
      ? { en: 'The places of its sources together lie outside.', ar: 'أمكنة مصادره مجتمعةً خارج المنطقة.' }
      : { en: 'The places of its sources together leave it open.', ar: 'أمكنة مصادره مجتمعةً لا تحسم الأمر.' }

function sentence(
  answer: ZoneAnswer,
  shape: Shape,
  edge: { readonly inner: Area; readonly outer: Area },
): Words {
  if (shape.kind === 'area')
    return answer === 'inside'
      ? { en: 'The whole area named lies inside.', ar: 'المساحة المذكورة كلها داخل المنطقة.' }
      : answer === 'outside'
        ? {
            en: 'The area named and the zone have no point in common.',
            ar: 'لا تشترك المساحة المذكورة مع المنطقة في أي نقطة.',
          }
        : {
            en: 'Only a part of the area named can be said to lie inside.',
            ar: 'جزء من المساحة المذكورة فقط قد يكون داخل المنطقة.',
          }
  if (shape.kind === 'anywhere') return bySources(answer)
  const around = kilometres(shape.r)
  const far = (area: Area) => (area.polygons.length ? kilometres(toEdge(area, shape.x, shape.y)) : undefined)
  if (answer === 'inside') {
    const d = far(edge.inner)!
    return {
      en: `The point given lies inside, ${d} km from the line, and is right to ${around} km.`,
      ar: `النقطة المذكورة داخل المنطقة على بُعد ${d} كم من الخط، ودقتها ${around} كم.`,
    }
  }
  const d = far(edge.outer)!
  if (answer === 'outside')
    return {
      en: `The point given lies outside, ${d} km from the line, and is right to ${around} km.`,
      ar: `النقطة المذكورة خارج المنطقة على بُعد ${d} كم من الخط، ودقتها ${around} كم.`,
    }
  const between = sideOf(edge.outer, shape.x, shape.y) >= 0 && sideOf(edge.inner, shape.x, shape.y) < 0
  if (between)
    return {
      en: 'The point given lies where the line itself is uncertain, between what is certainly inside and what may be.',
      ar: 'تقع النقطة المذكورة حيث الخط نفسه غير مؤكد، بين ما هو داخل المنطقة يقيناً وما قد يكون داخلها.',
    }
  return {
    en: `The point given is right to ${around} km only, and the line is ${d} km away.`,
    ar: `دقة النقطة المذكورة ${around} كم فقط، والخط على بُعد ${d} كم.`,
  }
}

/** One decimal below 10 km, none above; never "0" for something that is not. */
function kilometres(metres: number): string {
  const km = metres / 1000
  if (metres > 0 && km < 0.1) return '0.1'
  return km < 10 ? String(Math.round(km * 10) / 10) : String(Math.round(km))
}
