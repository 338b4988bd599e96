import { MARKS, type Mark } from '../../core/view/incident-mark.ts'

/** A shape on a 24-unit grid and a token of the palette: no two marks share a shape, so colour is never alone. */
export const MARK_LOOK: Readonly<Record<Mark, { readonly path: string; readonly colour: string }>> = {
  strike: { path: 'M12 2 22 21H2Z', colour: '--broken-solid' },
  fight: { path: 'M3 3h18v18H3Z', colour: '--doubt-solid' },
  alleged: { path: 'M12 1 23 12 12 23 1 12Z', colour: '--claim-solid' },
  air: { path: 'M12 22 2 3h20Z', colour: '--open-solid' },
  force: { path: 'M7 2h10l6 10-6 10H7L1 12Z', colour: '--unknown' },
  post: { path: 'M9 2h6v7h7v6h-7v7H9v-7H2V9h7Z', colour: '--accent' },
  relief: { path: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Z', colour: '--kept-solid' },
  talk: { path: 'M2 5h20v12h-9l-5 5v-5H2Z', colour: '--open' },
  other: { path: 'M5 5h14v14H5Z', colour: '--aside' },
}

/** A dot for a named place. */
const PLACE = 'M12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z'

/** Pixels of a mark's picture, twice what is drawn, for sharp screens. */
const SIZE = 40

/** The marks as pictures for the map: filled, and hollow for what some source denies. */
export function markImages(
  colourOf: (token: string) => string,
): readonly { readonly id: string; readonly image: ImageData }[] {
  const ground = colourOf('--surface')
  const marks = MARKS.flatMap(mark =>
    [false, true].map(hollow => ({
      id: hollow ? `${mark}-denied` : mark,
      image: draw(MARK_LOOK[mark].path, colourOf(MARK_LOOK[mark].colour), ground, hollow),
    })),
  )
  return [...marks, { id: 'place', image: draw(PLACE, colourOf('--ink-3'), ground, false) }]
}

function draw(path: string, colour: string, ground: string, hollow: boolean): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const pen = canvas.getContext('2d')!
  pen.translate(4, 4)
  pen.scale((SIZE - 8) / 24, (SIZE - 8) / 24)
  const shape = new Path2D(path)
  pen.lineJoin = 'round'
  pen.lineWidth = 5
  pen.strokeStyle = ground
  pen.stroke(shape)
  pen.fillStyle = hollow ? ground : colour
  pen.fill(shape)
  pen.lineWidth = hollow ? 3.5 : 1.5
  pen.strokeStyle = colour
  pen.stroke(shape)
  return pen.getImageData(0, 0, SIZE, SIZE)
}
