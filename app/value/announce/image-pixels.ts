/** How many pixels a picture unfolds to, as its header says; null where it cannot be read. PNG and JPEG, which the card can draw. */
export function imagePixels(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) return view.getUint32(16) * view.getUint32(20)
  return bytes.length > 4 && view.getUint16(0) === 0xffd8 ? jpegPixels(view) : null
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
