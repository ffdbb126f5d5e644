/**
 * Reads the data of a page as a stream sends it: a gzip file in base64.
 * @returns null where the browser cannot
 */
export async function unpackedPage(text: string): Promise<ArrayBuffer | null> {
  try {
    const file = new Blob([Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0))])
    return await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
  } catch {
    return null
  }
}
