import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { noPictureChosen } from '../model.ts'

/** The picture that the form of a logo posts, in base64; null where it asks for none. */
export const postedImage = (values: PostedValues, file: Uint8Array | null): string | null =>
  firstValue(values, 'remove') ? null : (file && Buffer.from(file).toString('base64')) || noPictureChosen
