import type { WorkspaceTransaction } from '#db/workspace.ts'
import { fileTooLarge, noPictureWords, svgWords } from '#app/kit/field-words.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { imageTypeOf, isSvg } from '#app/kit/image-type.ts'
import { noPictureChosen } from '../model.ts'
import { refusals } from '#app/runner/refusal-words.ts'

/** How many pictures of one company are kept, the present one included. */
const logosKept = 5

/** The company of a picture: an account of the workspace, or the workspace itself. */
type Company = { workspaceId: string; accountId: string | null }

/**
 * Keeps a company's new picture, which its first bytes must say is one, and removes its oldest: emails that were sent show
 * the picture of their day.
 * @param image in base64; null for none
 * @returns the picture's path
 * @throws Refusal 422 beside the field
 */
export async function keepLogo(
  trx: WorkspaceTransaction,
  { workspaceId, accountId }: Company,
  image: string | null,
  now: Date,
): Promise<string | null> {
  if (image === noPictureChosen) throw fieldRefusal('logo', refusals.chooseFile)
  const bytes = image ? Buffer.from(image, 'base64') : null
  const contentType = bytes && imageTypeOf(bytes)
  if (bytes && !contentType) throw fieldRefusal('logo', isSvg(bytes) ? svgWords : noPictureWords)
  if (bytes && bytes.length > bounds.file) throw fieldRefusal('logo', fileTooLarge)
  const isThisCompany = accountId === null ? 'is' : '='
  const newest = trx
    .selectFrom('logo')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('accountId', isThisCompany, accountId)
    .orderBy('createdAt', 'desc')
    .limit(logosKept - 1)
  await trx
    .deleteFrom('logo')
    .where('workspaceId', '=', workspaceId)
    .where('accountId', isThisCompany, accountId)
    .where('id', 'not in', newest)
    .execute()
  if (!bytes || !contentType) return null
  const id = newId()
  await trx.insertInto('logo').values({ workspaceId, id, accountId, contentType, bytes, createdAt: now }).execute()
  return paths.logo(`${workspaceId}.${id}`)
}
