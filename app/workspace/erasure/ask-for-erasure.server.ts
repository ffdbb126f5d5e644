import { sql } from 'kysely'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { paths } from '#app/kit/paths.ts'
import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { erasureAskedNotice } from './erasure-words.ts'

/** A participant asks to be erased. Every admin of the vendor is told at once, only once; nothing is erased yet. */
export const askForErasure = defineCommand({
  name: 'ask-for-erasure',
  scope: 'plan',
  input: noInput,
  async run({ trx, actor, workspaceId, now, notify }) {
    if (actor.kind !== 'participant') throw notFound()
    const asked = await trx
      .updateTable('participant')
      .set({ erasureAskedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', actor.id)
      .where('erasureAskedAt', 'is', null)
      .returning(['name', 'email'])
      .executeTakeFirst()
    if (!asked) return { asked: true }
    await writeSecurityEvent(trx, workspaceId, { kind: 'erasure asked for', person: actor }, now)
    const { name: workspace } = await trx
      .selectFrom('workspace')
      .select('name')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const admins = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .where(sql<boolean>`'admin' = any(roles)`)
      .orderBy('email')
      .execute()
    for (const admin of admins)
      await notify({
        kind: 'security-notice',
        facts: {
          workspace,
          name: admin.name,
          ...erasureAskedNotice(asked.name, workspace),
        },
        to: { memberId: admin.id, address: admin.email },
        planId: null,
        link: { path: paths.personData(actor.id) },
      })
    return { asked: true }
  },
})
