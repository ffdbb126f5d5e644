import { bounds } from '#app/kit/limits.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'
import type { Subject } from '../core/take-subject.server.ts'

/** @throws Refusal 422 where as much was written about it as a conversation holds */
export async function refuseFull(
  { trx, workspaceId, row }: Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row'>,
  { id }: Subject,
) {
  const { count } = await trx
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('subjectId', '=', id)
    .executeTakeFirstOrThrow()
  if (count >= bounds.comments) throw fault('body', `This conversation is full: it holds ${bounds.comments} comments.`)
}
