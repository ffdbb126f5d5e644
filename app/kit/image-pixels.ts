import { imageTypeOf } from './image-type.ts'

/** How many pixels a picture unfolds to, as its header says; null where it cannot be read. PNG, JPEG and WebP. */
export function imagePixels(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (imageTypeOf(bytes)) {
    case 'image/png':
      return bytes.length < 24 ? null : view.getUint32(16) * view.getUint32(20)
    case 'image/jpeg':
      return jpegPixels(view)
    case 'image/webp':
      return webpPixels(view)
    case null:
      return null
  }
}

/** Goes from segment to segment to the one that begins a frame (ITU-T T.81, B.1 and B.2.2). */
function jpegPixels(view: DataView): number | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7)
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Goes from chunk to chunk to the one with the picture (RFC 9649, 2.3 to 2.7); each must be whole. One that moves has none of its own. */
function webpPixels(view: DataView): number | null {
  const end = 8 + view.getUint32(4, true)
  if (end > view.byteLength) return null
  let at = 12
  while (at + 8 <= end) {
    const size = view.getUint32(at + 4, true)
    const [from, next] = [at + 8, at + 8 + size + (size % 2)]
    if (next > end) return null
    const name = view.getUint32(at)
    if (name === lossy && size >= 10) return lossyPixels(view, from)
    if (name === lossless && size >= 5) return losslessPixels(view, from)
    at = next
  }
  return null
}

/** "VP8 " and "VP8L". */
const [lossy, lossless] = [0x56503820, 0x5650384c]

/** A key frame has its start code, then both sides in 14 bits each (RFC 6386, 9.1). */
function lossyPixels(view: DataView, at: number): number | null {
  const isKeyFrame = (view.getUint8(at) & 1) === 0
  if (!isKeyFrame || view.getUint16(at + 3) !== 0x9d01 || view.getUint8(at + 5) !== 0x2a) return null
  return (view.getUint16(at + 6, true) & 0x3fff) * (view.getUint16(at + 8, true) & 0x3fff)
}

/** Behind its signature both sides in 14 bits each, less one. */
function losslessPixels(view: DataView, at: number): number | null {
  if (view.getUint8(at) !== 0x2f) return null
  const sides = view.getUint32(at + 1, true)
  return ((sides & 0x3fff) + 1) * (((sides >>> 14) & 0x3fff) + 1)
}
