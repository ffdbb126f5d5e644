/** The same bytes in pieces of this size; the last one may be smaller. Holds one piece at a time. */
export async function* inChunks(bytes: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer<ArrayBuffer>> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const part of bytes) {
    let rest = part
    while (length + rest.length >= size) {
      const taken = rest.subarray(0, size - length)
      yield Buffer.concat([...waiting, taken])
      rest = rest.subarray(taken.length)
      waiting = []
      length = 0
    }
    if (rest.length > 0) waiting.push(rest)
    length += rest.length
  }
  if (length > 0) yield Buffer.concat(waiting)
}
