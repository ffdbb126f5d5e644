import { isOfDomains } from '#app/access/mail-domains.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { endSessionsOfBound } from '#app/access/sign-on/end-sessions-of-bound.server.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fieldRefusal, signInAgain } from '#app/runner/refusal.ts'
import { findProvider } from '#app/access/core/identity-provider.server.ts'
import { isFreshlySignedIn } from '#app/policy/fresh-sign-in.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { changeWorkspaceInput } from '../model.ts'
import { customersThereWords, settingsWords } from './settings-words.ts'

/**
 * Changes how the vendor is named and coloured, its own domains, and the day that its pages are written on. Members at a new domain
 * sign in again where single sign-on is required.
 * @throws Refusal 403 for other domains while single sign-on is required, where the sign-in is too long ago: they say which members it binds
 */
export const changeWorkspace = defineCommand({
  name: 'change-workspace',
  scope: 'workspace',
  input: changeWorkspaceInput,
  current: ({ row, workspaceId }) =>
    Promise.resolve({
      subjectId: workspaceId,
      fields: {
        name: { label: settingsWords.nameLabel, value: row.name },
        timeZone: { label: settingsWords.timeZone, value: row.timeZone },
        domains: { label: settingsWords.domainsLabel, value: [...row.domains].sort() },
        accent: { label: settingsWords.colour, value: row.accent },
      },
    }),
  async run({ trx, actor, workspaceId, row, input, now, record }, touched) {
    if (touched.size === 0) return { workspaceId }
    if (touched.has('domains') && !isFreshlySignedIn(actor, now) && (await findProvider(trx, workspaceId))?.required)
      throw signInAgain()
    const pick = <Value>(field: keyof typeof input, wanted: Value | undefined, stored: Value): Value =>
      touched.has(field) && wanted !== undefined ? wanted : stored
    const next = {
      name: pick('name', input.name, row.name),
      timeZone: pick('timeZone', input.timeZone, row.timeZone),
      domains: pick('domains', input.domains, row.domains),
      accent: pick('accent', input.accent, row.accent),
    }
    const added = next.domains.filter((it) => !row.domains.includes(it))
    if (added.length > 0) await refuseCustomers(trx, workspaceId, added)
    await trx.updateTable('workspace').set(next).where('workspaceId', '=', workspaceId).execute()
    const changed = (['name', 'timeZone', 'domains', 'accent'] as const).filter((field) => touched.has(field))
    await record({
      event: 'workspace changed',
      subjectId: workspaceId,
      subject: next.name,
      changes: changedFields(changed, row, next),
    })
    if (touched.has('domains')) {
      const detail = { by: actor.name, before: row.domains.join(', '), after: next.domains.join(', ') }
      await writeSecurityEvent(trx, workspaceId, { kind: 'access rules changed', person: null, detail }, now)
      await endSessionsOfBound(trx, workspaceId, { domains: next.domains, before: row.domains }, now)
    }
    return { workspaceId }
  },
})

/**
 * Refuses a vendor's domain at which a participant has an address.
 * @throws Refusal 422 that names that participant
 */
async function refuseCustomers(trx: WorkspaceTransaction, workspaceId: string, added: readonly string[]) {
  const participants = await trx
    .selectFrom('participant')
    .select(['name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('name')
    .execute()
  const [first, ...others] = participants.filter(({ email }) => isOfDomains(email, added))
  if (!first) return
  const address = readableAddress(first.email)
  throw fieldRefusal('domains', customersThereWords({ name: first.name, address, others: others.length }))
}
