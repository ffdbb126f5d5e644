import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { referenceRefusals } from '../reference-words.ts'

/** A member of marketing takes charge of a reference; it may be taken from someone else. */
export const takeReference = defineCommand({
  name: 'take-reference',
  scope: 'plan',
  input: noInput,
  async run({ trx, workspaceId, row, actor, record }) {
    if (actor.kind !== 'member') throw notFound()
    const reference = await trx
      .selectFrom('reference')
      .leftJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'reference.workspaceId').onRef('member.id', '=', 'reference.ownerId'),
      )
      .select(['reference.ownerId', 'member.name'])
      .where('reference.workspaceId', '=', workspaceId)
      .where('reference.planId', '=', row.id)
      .executeTakeFirst()
    if (row.state !== 'won' || !reference) throw new Refusal(409, referenceRefusals.notConfirmed)
    if (reference.ownerId === actor.id) return null
    await trx
      .updateTable('reference')
      .set({ ownerId: actor.id })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    await record({
      event: 'reference taken',
      subjectId: row.id,
      subject: row.project,
      changes: { owner: { before: reference.name, after: actor.name } },
      visibleTo: 'vendor',
    })
    return null
  },
})
