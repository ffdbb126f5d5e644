import { directoryEntryOf, addAddressToDirectory } from '../core/directory.server.ts'
import { isOfDomains } from '../mail-domains.ts'
import { entryDomainsInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { readableDomain } from '#app/kit/readable-address.server.ts'
import { entryDomainsWords, ownDomainWords } from './entry-domain-words.ts'

/**
 * Names the domains whose people may enter the plan by themselves; an empty list ends this; those who have already joined stay. The directory
 * keeps a domain that was named once, which lets no one in: the plan is asked each time. Who signs in by a domain that the champion has
 * not saved waits to be accepted.
 */
export const setEntryDomains = defineCommand({
  name: 'set-entry-domains',
  scope: 'plan',
  input: entryDomainsInput,
  current: ({ row }) =>
    Promise.resolve({
      subjectId: row.id,
      fields: { domains: { label: entryDomainsWords.domains, value: [...row.entryDomains].sort() } },
    }),
  async run({ trx, actor, standings, workspaceId, row, input, now, record }, touched) {
    if (!touched.has('domains')) return { planId: row.id }
    const domains = [...input.domains].sort()
    const workspace = await trx
      .selectFrom('workspace')
      .select(['name', 'domains'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const own = domains.find((it) => isOfDomains(`@${it}`, workspace.domains))
    if (own) throw fieldRefusal('domains', ownDomainWords(readableDomain(own), workspace.name))
    // The champion saves the whole list; the vendor can only take from what the champion has saved.
    const vouchedDomains = standings.has('champion') ? domains : row.vouchedDomains.filter((it) => domains.includes(it))
    await trx
      .updateTable('plan')
      .set({ entryDomains: domains, vouchedDomains })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', row.id)
      .execute()
    for (const domain of domains) await addAddressToDirectory(trx, workspaceId, directoryEntryOf(domain))
    await record({
      event: 'entry domains changed',
      subjectId: row.id,
      subject: row.project,
      changes: { domains: { before: row.entryDomains, after: domains } },
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      {
        kind: 'access rules changed',
        person: { id: actor.id, name: actor.name },
        detail: { planId: row.id, domains: domains.join(', ') },
      },
      now,
    )
    return { planId: row.id }
  },
})
