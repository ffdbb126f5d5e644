import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { readPicture } from '#app/kit/read-picture.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { noPictureChosen } from '../model.ts'
import { refusals } from '#app/runner/refusal-words.ts'

/** How many pictures of one company are kept, the present one included. */
const logosKept = 5

/** The company of a picture: an account of the workspace, or the workspace itself. */
type Company = { workspaceId: string; accountId: string | null }

/**
 * Keeps a company's new picture, which must be one that can be shown, and removes its oldest: emails that were sent show
 * the picture of their day.
 * @param image in base64; null for none
 * @returns the picture's path
 * @throws Refusal 422 beside the field
 */
export async function keepLogo(
  { trx, compute, now }: Pick<CommandContext<unknown, 'plan'>, 'trx' | 'compute' | 'now'>,
  { workspaceId, accountId }: Company,
  image: string | null,
): Promise<string | null> {
  if (image === noPictureChosen) throw fieldRefusal('logo', refusals.chooseFile)
  const read = image ? await readPicture(compute, Buffer.from(image, 'base64')) : null
  if (read?.fault !== undefined) throw fieldRefusal('logo', read.fault)
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
  if (!read) return null
  const id = newId()
  await trx
    .insertInto('logo')
    .values({ workspaceId, id, accountId, ...read.picture, createdAt: now })
    .execute()
  return paths.logo(`${workspaceId}.${id}`)
}
