import type { WorkspaceReading } from '#db/reading.ts'
import { imagePixels } from '#app/kit/image-pixels.ts'
import { bounds } from '#app/kit/limits.ts'
import { pictureAddress } from '#app/kit/read-picture.server.ts'

/** What is drawn; WebP is not, and shows as the first letter. */
const drawn = ['image/png', 'image/jpeg']

/**
 * The customer's logo as a picture draws it.
 * @param path as the account keeps it: `/logos/<workspace>.<id>`
 * @returns a data URI; null where there is none that can be drawn
 */
export async function findCardLogo(
  trx: WorkspaceReading,
  workspaceId: string,
  path: string | null,
): Promise<string | null> {
  const id = path?.split('.').at(-1)
  if (!id) return null
  const logo = await trx
    .selectFrom('logo')
    .select(['contentType', 'bytes'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!logo || !drawn.includes(logo.contentType)) return null
  const pixels = imagePixels(logo.bytes)
  if (!pixels || pixels > bounds.picturePixels) return null
  return pictureAddress(logo)
}
