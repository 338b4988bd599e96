// Styles are side effects of the bundle; TypeScript only needs to know that such files exist.
declare module '*.css'
// Files that are served as they are: the module is their address.
declare module '*?url' {
  const address: string
  export default address
}
