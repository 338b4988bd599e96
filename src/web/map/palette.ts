/** Colours of the page's tokens as the map's engine reads them (rgb), for the theme in force. */
export function paletteOf(element: HTMLElement): (token: string) => string {
  const probe = document.createElement('span')
  probe.hidden = true
  element.append(probe)
  const found = new Map<string, string>()
  return token => {
    let colour = found.get(token)
    if (colour === undefined) {
      probe.style.color = `var(${token})`
      colour = asRgb(getComputedStyle(probe).color)
      found.set(token, colour)
    }
    return colour
  }
}

/** A computed colour may be written in other spaces, which the map does not know: a pixel says it in rgb. */
function asRgb(colour: string): string {
  if (colour.startsWith('rgb')) return colour
  const pen = new OffscreenCanvas(1, 1).getContext('2d')!
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [r, g, b] = pen.getImageData(0, 0, 1, 1).data
  return `rgb(${r}, ${g}, ${b})`
}
