import type { WorkspaceReading } from '#db/reading.ts'
import { imagePixels } from './image-pixels.ts'

/** A picture of 200 KB can unfold to gigabytes; no logo is larger than this. */
const mostPixels = 4_000 * 4_000

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
  if (pixels === null || pixels === 0 || pixels > mostPixels) return null
  return `data:${logo.contentType};base64,${logo.bytes.toString('base64')}`
}
