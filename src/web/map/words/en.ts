export const en = {
  label: 'Map of incidents and zones',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  note: 'Coast and borders: Natural Earth, 1:10 million. They are the data set’s and take no position.',
  noDrawing: 'This browser draws no maps (WebGL is off). The list beside it says the same.',
  loading: 'The map is being drawn',
}
