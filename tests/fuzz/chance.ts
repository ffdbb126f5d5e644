import { randomBits } from '#app/schedule/random-bits.ts'

/** Random values that are the same for the same seed. */
export type Chance = {
  /** A whole number from 0, below `n`. */
  below(n: number): number
  /** True once in this many times. */
  oneIn(n: number): boolean
  pick<Item>(items: readonly Item[]): Item
  bytes(length: number): Buffer
}

/** @param index each request has its own random values, so that it can be repeated alone */
export function chanceOf(seed: number, index: number): Chance {
  const bits = randomBits((seed ^ Math.imul(index + 1, 0x9e3779b1)) | 0)
  const below = (n: number) => bits() % n
  return {
    below,
    oneIn: (n) => below(n) === 0,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined && items.length === 0) throw new RangeError('There is nothing to pick from.')
      return item as (typeof items)[number]
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}
