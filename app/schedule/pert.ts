/** How long a task may take, in working days. */
export type Spread = { readonly optimistic: number; readonly likely: number; readonly pessimistic: number }

const slots = 1024
/** Steps of the integration: fine enough that no share is off by more than a few thousandths. */
const steps = 2048

/**
 * Durations in whole working days by equal shares of chance: entry i is the duration at quantile (i + ½) / 1024 of the
 * PERT-beta distribution (shape 4: Malcolm, Roseboom, Clark and Fazar, "Application of a Technique for Research and
 * Development Program Evaluation", 1959), rounded to the nearest day and never below one.
 */
export function pertTable({ optimistic, likely, pessimistic }: Spread): Uint16Array {
  const table = new Uint16Array(slots)
  const width = pessimistic - optimistic
  if (width <= 0) return table.fill(Math.max(1, Math.round(likely)))
  const alpha = 1 + (4 * (likely - optimistic)) / width
  const beta = 1 + (4 * (pessimistic - likely)) / width
  const below = new Float64Array(steps + 1)
  for (let i = 0; i < steps; i++) {
    const x = (i + 0.5) / steps
    below[i + 1] = (below[i] ?? 0) + x ** (alpha - 1) * (1 - x) ** (beta - 1)
  }
  const whole = below[steps] ?? 1
  for (let slot = 0, i = 0; slot < slots; slot++) {
    const wanted = ((slot + 0.5) / slots) * whole
    while (i < steps && (below[i + 1] ?? 0) < wanted) i++
    table[slot] = Math.max(1, Math.round(optimistic + ((i + 0.5) / steps) * width))
  }
  return table
}

/** A position in such a table from 32 random bits. */
export function slotOf(bits: number): number {
  return bits >>> 22
}

/** Work that the customer's organisation does with many hands in it slips further than the vendor's own. */
const slips = { vendor: 1.5, customer: 2, both: 1.75 }

/** A plain spread around an estimate, until a workspace has a history of its own. */
export function defaultSpread(side: 'vendor' | 'customer' | 'both', durationDays: number): Spread {
  return { optimistic: durationDays * 0.8, likely: durationDays, pessimistic: durationDays * slips[side] }
}
