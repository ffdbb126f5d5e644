import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Compute } from '#app/kit/computations.ts'
import { type Picture, readPicture } from '#app/kit/read-picture.server.ts'
import { referenceRefusals } from '../reference-words.ts'

type Asked = { workspaceId: string; planId: string; accountId: string }
type Wanted = { image: string | null; logoFrom: 'none' | 'plan' | 'given' }

/**
 * The picture that a consent to the logo is given with: the one that was chosen, whatever its sender calls it, else the one asked for.
 * @returns the fault, in words, where it cannot be used; no picture where none is wanted yet
 */
export async function findWantedLogo(
  { trx, compute }: { trx: WorkspaceTransaction; compute: Compute },
  { workspaceId, planId, accountId }: Asked,
  { image, logoFrom }: Wanted,
): Promise<{ picture: Picture | null; fault?: never } | { picture?: never; fault: string }> {
  if (image !== null) return readPicture(compute, Buffer.from(image, 'base64'))
  if (logoFrom === 'none') return { picture: null }
  const picture =
    logoFrom === 'given'
      ? await findGivenLogo(trx, { workspaceId, planId })
      : await findAccountPicture(trx, { workspaceId, accountId })
  return picture ? { picture } : { fault: referenceRefusals.logoGone }
}

/** The picture that was given with the consent. */
export const findGivenLogo = (
  trx: WorkspaceTransaction,
  { workspaceId, planId }: Pick<Asked, 'workspaceId' | 'planId'>,
): Promise<Picture | undefined> =>
  trx
    .selectFrom('referenceLogo')
    .select(['contentType', 'bytes'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .executeTakeFirst()

async function findAccountPicture(
  trx: WorkspaceTransaction,
  { workspaceId, accountId }: Pick<Asked, 'workspaceId' | 'accountId'>,
): Promise<Picture | undefined> {
  const { logo } = await trx
    .selectFrom('account')
    .select('logo')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const id = logo?.split('.').at(-1)
  if (!id) return undefined
  return trx
    .selectFrom('logo')
    .select(['contentType', 'bytes'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}
