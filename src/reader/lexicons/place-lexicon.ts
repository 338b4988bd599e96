/** Space-separated words that tell what a name beside them is. */
export type PlaceCues = {
  /** Before a name: it is a place. */
  readonly nouns: string
  /** … and a town, not the province of the same name. */
  readonly towns: string
  readonly districts: string
  readonly provinces: string
  /** The event is near, not in, the place named. */
  readonly vicinity: string
  /** A preposition that may stand before a place. */
  readonly prepositions: string
  /** Before the name of a state: its territory, not its government. */
  readonly into: string
  /** After a name: it is a place. */
  readonly after: string
  /** Arabic: adjectives of direction, which may follow a place name with the article. */
  readonly directions: string
}
