import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Picture } from '#app/kit/read-picture.server.ts'

type Of = { workspaceId: string; planId: string }

/** Keeps the picture that a consent covers, apart from the one on the plan, which may change; null removes it. */
export async function keepReferenceLogo(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: Of,
  picture: Picture | null,
): Promise<void> {
  await trx.deleteFrom('referenceLogo').where('workspaceId', '=', workspaceId).where('planId', '=', planId).execute()
  if (picture)
    await trx
      .insertInto('referenceLogo')
      .values({ workspaceId, planId, ...picture })
      .execute()
}
