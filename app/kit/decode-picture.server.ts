import type { Computation } from './computations.ts'

/**
 * Whether a PNG or JPEG, as a data URI, shows anything: it is drawn small, alone. One that cannot be decoded leaves no pixel. It may take a second, and as much
 * memory as its header says, so that is bounded before.
 */
export const decodePicture: Computation<string, boolean> = {
  name: 'decode picture',
  async compute(picture) {
    // Loaded by the thread that draws alone.
    const { Resvg } = await import('@resvg/resvg-js')
    const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><image href="${picture}" width="16" height="16"/></svg>`
    return new Resvg(alone).render().pixels.some((value, at) => at % 4 === 3 && value > 0)
  },
}
