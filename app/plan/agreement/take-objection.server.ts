import { type CommandContext } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'

type Asked = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row'>

/** An objection of this plan, settled or not. @throws Refusal 404 */
export async function takeObjection({ trx, workspaceId, row }: Asked, objectionId: string) {
  const found = await trx
    .selectFrom('objection')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('id', '=', objectionId)
    .executeTakeFirst()
  if (!found) throw notFound()
  return found
}
