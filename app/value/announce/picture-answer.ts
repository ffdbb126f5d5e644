/** A card as a PNG. Kept nowhere: a card that is no longer shared must not live on in caches. */
export const pictureAnswer = (png: Uint8Array): Response =>
  new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Length': String(png.length),
      'Content-Disposition': 'inline; filename="victory-card.png"',
      'Cache-Control': 'private, no-store, no-transform',
      'X-Robots-Tag': 'noindex, noarchive',
      'Content-Security-Policy': `default-src 'none'; sandbox`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
