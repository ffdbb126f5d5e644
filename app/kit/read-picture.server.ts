import type { Compute } from './computations.ts'
import { decodePicture } from './decode-picture.server.ts'
import { brokenPictureWords, fileTooLarge, noPictureWords, pictureTooWide, svgWords } from './field-words.ts'
import { imagePixels } from './image-pixels.ts'
import { type ImageType, imageTypeOf, isSvg } from './image-type.ts'
import { bounds } from './limits.ts'

export type Picture = { contentType: string; bytes: Buffer }

/** A picture within a page, as a data URI. */
export const pictureAddress = ({ contentType, bytes }: Picture): string =>
  `data:${contentType};base64,${bytes.toString('base64')}`

/** What the library here decodes. Of a WebP, the parts alone are read. */
const decoded: readonly ImageType[] = ['image/png', 'image/jpeg']

/**
 * A chosen picture, whatever its sender calls it: one that can really be shown.
 * @returns the fault, in words, where it cannot be used
 * @throws Refusal 429 when too many wait to be decoded
 */
export async function readPicture(
  compute: Compute,
  bytes: Buffer,
): Promise<{ picture: Picture; fault?: never } | { picture?: never; fault: string }> {
  const contentType = imageTypeOf(bytes)
  if (!contentType) return { fault: isSvg(bytes) ? svgWords : noPictureWords }
  if (bytes.length > bounds.file) return { fault: fileTooLarge }
  const pixels = imagePixels(bytes)
  if (!pixels) return { fault: brokenPictureWords }
  if (pixels > bounds.picturePixels) return { fault: pictureTooWide }
  const isShown =
    !decoded.includes(contentType) || (await compute(decodePicture, pictureAddress({ contentType, bytes })))
  return isShown ? { picture: { contentType, bytes } } : { fault: brokenPictureWords }
}
