// The package brings no types; this is the part we use.
declare module 'vt-pbf' {
  type Layers = Readonly<Record<string, { readonly features: readonly unknown[] }>>
  export function fromGeojsonVt(
    layers: Layers,
    options?: { readonly version?: 1 | 2; readonly extent?: number },
  ): Uint8Array
  const all: { readonly fromGeojsonVt: typeof fromGeojsonVt }
  export default all
}
