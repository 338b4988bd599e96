import type { SVGProps } from 'react'

/** Paths on a 16 px grid, drawn with one stroke. */
const PATHS = {
  state: 'M2.5 3h11M2.5 8h11M2.5 13h11M6 1.5v13M10.5 1.5v13',
  inbox: 'M2 9.5 4.3 3h7.4L14 9.5V13H2V9.5Zm0 0h3.6l1 1.7h2.8l1-1.7H14',
  incidents:
    'M8 14.5s4.7-4.3 4.7-8A4.7 4.7 0 0 0 8 1.7a4.7 4.7 0 0 0-4.7 4.8c0 3.7 4.7 8 4.7 8ZM8 8.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z',
  statements: 'M2 2.5h12v8.5H7.5L4.5 14v-3H2V2.5ZM5 5.5h6M5 8h4',
  talks: 'M1.5 3h7.5v6H5l-2 2V9H1.5V3ZM11 6h3.5v6H13v2l-2-2H7.5v-1',
  exchange: 'M2 5.5h11m-3-3 3 3-3 3M14 10.5H3m3 3-3-3 3-3',
  warning: 'M1.5 9h3l2-6 3 10 2-6 1 2h2',
  briefs: 'M3.5 1.5h6l3 3v10h-9v-13Zm6 0v3h3M6 8h4.5M6 10.5h4.5',
  accord:
    'M8 3.5C6.5 2.3 4.5 2 2 2v10.5c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5V2c-2.5 0-4.5.3-6 1.5Zm0 0V14',
  settings:
    'M2 4.5h7m4 0h1M2 11.5h1m4 0h7M11 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM5 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  clock: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 4.5V8l2.5 1.5',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  down: 'm4 6 4 4 4-4',
  forward: 'm6 3.5 4.5 4.5L6 12.5',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  up: 'M8 13V3m-4 4 4-4 4 4',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1m0-10-1 1m-8 8-1 1',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z',
  device: 'M2 3h12v8H2V3Zm4 11h4m-2-3v3',
  keyboard: 'M1.5 4h13v8h-13V4Zm2.5 2.5h.01m2.5 0h.01m2.5 0h.01m2.5 0h.01M4.5 9.5h7',
  outside: 'M6.5 3H3v10h10V9.5M9 2.5h4.5V7m0-4.5L7.5 8.5',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  pencil: 'm2.5 13.5.7-3L11 2.7l2.3 2.3-7.8 7.8-3 .7Z',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6',
  file: 'M3.5 1.5h6l3 3v10h-9v-13Zm6 0v3h3',
  menu: 'M2 4h12M2 8h12M2 12h12',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  split: 'M8 14V9m0 0L3.5 4.5M8 9l4.5-4.5M3.5 8V4.5H7m5.5 3.5V4.5H9',
  search: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.6-1.4 3.4 3.4',
} as const

export type IconName = keyof typeof PATHS

/** Icons that point the way the text runs, so they turn in Arabic. */
const TURNING: readonly IconName[] = ['forward', 'back', 'outside', 'undo', 'statements']

/** A small drawing beside a word; never the only name of a thing. */
export function Icon({ name, ...rest }: { readonly name: IconName } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={TURNING.includes(name) ? 'icon icon-turning' : 'icon'}
      {...rest}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
