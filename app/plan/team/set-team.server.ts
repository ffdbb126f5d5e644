import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { paths } from '#app/kit/paths.ts'
import { teamInput } from '../model.ts'
import { staysOnTeam } from './stays-on-team.ts'
import { tellNewServices } from '../core/tell-services.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { teamPageWords, teamRefusals } from './team-words.ts'

/**
 * Says which members work on the plan; its lead is always one of them. Who is new on it is told with their email of the day. A rep who is on it stays until the win; one who
 * leaves the company goes by `remove-member`.
 */
export const setTeam = defineCommand({
  name: 'set-team',
  scope: 'plan',
  input: teamInput,
  async current({ trx, workspaceId, row }) {
    const rows = await trx
      .selectFrom('planTeam')
      .select('memberId')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    const memberIds = rows.map(({ memberId }) => memberId).filter((id) => id !== row.leadId)
    return { subjectId: row.id, fields: { memberIds: { label: teamPageWords.members, value: memberIds.sort() } } }
  },
  run: makeUndoable(
    async (context, touched) => {
      const { trx, workspaceId, row, input, actor, record, notify } = context
      if (!touched.has('memberIds')) return null
      const wanted = [...new Set([row.leadId, ...input.memberIds])]
      const members = await trx
        .selectFrom('member')
        .select(['id', 'name', 'email', 'roles', 'removedAt'])
        .where('workspaceId', '=', workspaceId)
        .orderBy('name')
        .execute()
      const present = members.filter(({ removedAt }) => !removedAt).map(({ id }) => id)
      if (wanted.some((id) => !present.includes(id))) throw fieldRefusal('memberIds', teamRefusals.unknownMember)
      const before = await trx
        .deleteFrom('planTeam')
        .where('workspaceId', '=', workspaceId)
        .where('planId', '=', row.id)
        .returning('memberId')
        .execute()
      const dropped = members.filter(({ id }) => before.some((it) => it.memberId === id) && !wanted.includes(id))
      const rep = dropped.find((member) => !member.removedAt && staysOnTeam(row, member))
      if (rep) throw fieldRefusal('memberIds', teamRefusals.repStays(rep.name))
      await trx
        .insertInto('planTeam')
        .values(wanted.map((memberId) => ({ workspaceId, planId: row.id, memberId })))
        .execute()
      const namesOf = (ids: readonly string[]) => members.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
      await record({
        event: 'team set',
        subjectId: row.id,
        subject: row.project,
        changes: { team: { before: namesOf(before.map(({ memberId }) => memberId)), after: namesOf(wanted) } },
      })
      const came = wanted.filter((id) => !before.some(({ memberId }) => memberId === id))
      await tellNewServices(context, came)
      for (const { id, email } of members)
        if (came.includes(id) && id !== actor.id && id !== row.leadId)
          await notify({
            kind: 'team-joined',
            facts: { by: actor.name },
            to: { memberId: id, address: email },
            planId: row.id,
            link: { path: paths.plan(row.id) },
          })
      return null
    },
    ['team'],
  ),
})
