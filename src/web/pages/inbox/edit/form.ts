/** Values of an edit form: every field a text, as typed. */
export type Values = Readonly<Record<string, string>>

/** Why a field cannot be taken as it is. */
export type FieldFault = { readonly field: string; readonly why: 'date' | 'backwards' | 'needed' | 'number' }

export type Option = { readonly id: string; readonly name: string }

/** One plain field. `wide` takes the whole line. */
export type Field =
  | {
      readonly key: string
      readonly label: string
      readonly kind: 'text' | 'number' | 'date'
      readonly hint?: string
      readonly wide?: boolean
    }
  | {
      readonly key: string
      readonly label: string
      readonly kind: 'prose'
      readonly hint?: string
      readonly rows?: number
    }
  | {
      readonly key: string
      readonly label: string
      readonly kind: 'choice'
      readonly options: readonly Option[]
      readonly wide?: boolean
    }

/** The trimmed value, or nothing: an empty field means "not said". */
export const filled = (values: Values, key: string): string | undefined => values[key]?.trim() || undefined
