// The package brings no types; this is the part we use.
declare module 'topojson-client' {
  export function feature(topology: unknown, object: unknown): unknown
}
