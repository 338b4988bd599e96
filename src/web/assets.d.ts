// Styles are side effects of the bundle; TypeScript only needs to know that such files exist.
declare module '*.css'
