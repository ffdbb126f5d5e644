/** A node of a parsed statement, as libpg-query gives it: `{kind: {…}}`. */
export type Parsed = Record<string, unknown>

export const isParsed = (value: unknown): value is Parsed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The node of `kind` within `value`. */
export const as = (value: unknown, kind: string): Parsed | undefined =>
  isParsed(value) && isParsed(value[kind]) ? value[kind] : undefined

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Every node in `value`, with those in statements within. */
export function* nodesIn(value: unknown): Generator<{ kind: string; node: Parsed }> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each)
  else if (isParsed(value))
    for (const [kind, node] of Object.entries(value)) {
      if (isParsed(node)) yield { kind, node }
      yield* nodesIn(node)
    }
}

export const nodesOf = (value: unknown, kind: string): Parsed[] =>
  [...nodesIn(value)].filter((found) => found.kind === kind).map(({ node }) => node)

export const textOf = (value: unknown): string => String(as(value, 'String')?.['sval'] ?? '')
