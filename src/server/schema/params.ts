import { z } from 'zod'

/** Ids in addresses: short, printable, no path inside. */
export const idText = z.string().min(1).max(200)
export const accordParams = z.strictObject({ accord: idText.describe("The accord's id, such as idlib.") })
