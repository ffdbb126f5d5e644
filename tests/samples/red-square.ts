/** A red square of eight pixels, as PNG. */
export const redSquare = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGO4oySFFTEMLQkAnh9JAUhG8cIAAAAASUVORK5CYII=',
  'base64',
)
