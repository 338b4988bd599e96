/** What somebody wants to hand in: a file as it is, or a text. */
export type Incoming =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'text'; readonly text: string }
