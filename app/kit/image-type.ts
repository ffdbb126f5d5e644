export const imageTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type ImageType = (typeof imageTypes)[number]

const startsWith = (bytes: Uint8Array, expected: readonly number[], at = 0) =>
  expected.every((byte, index) => bytes[at + index] === byte)

/** The first characters of an SVG, behind what may stand before it: a byte order mark, a declaration, comments. */
const svgStart = /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i

/** Whether it is an SVG, which is no picture here, as it can carry scripts: its sender is told so. */
export const isSvg = (bytes: Uint8Array): boolean => svgStart.test(new TextDecoder().decode(bytes.subarray(0, 1_024)))

/**
 * The type of a picture by its first bytes; the name and type given by its sender are ignored. SVG is not accepted: it can
 * carry scripts.
 * @returns null for anything else
 */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp'
  return null
}
