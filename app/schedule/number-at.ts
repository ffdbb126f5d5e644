type Numbers = Int32Array | Uint8Array | Float64Array

/** A number of an array whose length the caller knows. */
export function numberAt(numbers: Numbers, index: number): number {
  return numbers[index] ?? 0
}
