import { findChampionGone } from '#app/access/participants/champion-gone.server.ts'
import { makeChampion } from '#app/access/participants/make-champion.server.ts'
import { getSeat } from '#app/access/participants/seats.server.ts'
import { noInput } from '#app/kit/field-schemas.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { passOnNotices } from '#app/outbox/pass-on-notices.server.ts'
import { championGoneRefusals } from './champion-gone-words.ts'

type Context = CommandContext<unknown, 'plan'>
type Person = { id: string; name: string; email: string }

/**
 * Who was named as the next champion confirms, and what waited for the one who is gone moves over; rooms above add
 * theirs (`commands/followed-commands.server.ts`). @throws Refusal 409 for anyone else
 */
export const takeChampion = defineCommand({
  name: 'take-champion',
  scope: 'plan',
  input: noInput,
  async run(context) {
    const { trx, actor, workspaceId, row } = context
    const gone = await findChampionGone(trx, { workspaceId, planId: row.id })
    if (gone?.namedId !== actor.id) throw new Refusal(409, championGoneRefusals.notNamed)
    const seat = await getSeat(trx, workspaceId, row.id, actor.id)
    const isNew = await makeChampion(context, seat)
    const next = { id: actor.id, name: seat.name, email: seat.email }
    await moveTasks(context, { id: gone.participantId, name: gone.name }, next)
    await moveApprovals(context, gone.participantId, next)
    await passOnNotices(trx, { workspaceId, planId: row.id, fromId: gone.participantId, to: next })
    return { participantId: next.id, formerId: gone.participantId, isNew }
  },
})

/** Open tasks of theirs; one event for what both sides see, and one for what the customer keeps to itself. */
async function moveTasks({ trx, workspaceId, row, record }: Context, from: { id: string; name: string }, next: Person) {
  const tasks = await trx
    .updateTable('task')
    .set({ ownerParticipantId: next.id, promisedOn: null, promisedBy: null })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('ownerParticipantId', '=', from.id)
    .where('doneOn', 'is', null)
    .returning(['title', 'privateTo'])
    .$narrowType<{ privateTo: 'vendor' | 'customer' | null }>()
    .execute()
  for (const [visibleTo, group] of Map.groupBy(tasks, ({ privateTo }) => privateTo))
    await record({
      event: 'tasks taken over',
      subjectId: next.id,
      subject: next.name,
      visibleTo,
      changes: {
        owner: { before: from.name, after: next.name },
        tasks: { before: null, after: group.map(({ title }) => title).sort() },
      },
    })
}

/** Approvals that tasks need of them; those that were asked for are asked again. */
async function moveApprovals(context: Context, fromId: string, next: Person) {
  const { trx, workspaceId, row, notify } = context
  const tasks = await trx
    .updateTable('task')
    .set({ approverParticipantId: next.id })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('approverParticipantId', '=', fromId)
    .where('doneOn', 'is', null)
    .where('resultGiven', 'is', null)
    .returning(['id', 'title', 'approvalAsked'])
    .execute()
  for (const { id, title } of tasks.filter(({ approvalAsked }) => approvalAsked)) {
    const asked = await findLastAsked(context, id)
    if (!asked || asked.actorId === next.id) continue
    await notify({
      kind: 'approval-asked',
      facts: { by: asked.actorName, task: title, taskId: id },
      to: { participantId: next.id, address: next.email },
      planId: row.id,
      link: { kind: 'return', planId: row.id },
    })
  }
}

/** Who asked for the approval of a task last. */
const findLastAsked = ({ trx, workspaceId, row }: Context, taskId: string) =>
  trx
    .selectFrom('activity')
    .select(['actorId', 'actorName'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', row.id)
    .where('event', '=', 'approval asked')
    .where('subjectId', '=', taskId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
