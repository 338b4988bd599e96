/** A report as received: its bytes are kept under `sha256`; this is what we know about them. */
export type Report = {
  readonly id: string
  /** Hex SHA-256 of the original bytes. */
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  /** As detected, e.g. 'utf-8', 'windows-1256'. */
  readonly encoding: string
  readonly name?: string
  readonly outlet?: string
  readonly url?: string
  readonly title?: string
  readonly language?: string
  /** '2018-11-28' or an instant; absent = unknown. */
  readonly publishedAt?: string
  readonly publishedHow?: 'given' | 'stated-in-text' | 'inferred'
  readonly received: number
  /** Reports with the same cluster are copies of one story and count once. */
  readonly cluster?: string
}
