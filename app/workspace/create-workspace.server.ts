import { z } from 'zod'
import { inWorkspace } from '#db/workspace.ts'
import {
  addAddressToDirectory,
  addWorkspaceToDirectory,
  unsafeFindWorkspaces,
} from '#app/access/core/directory.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { asciiDomain } from '#app/kit/email-address.ts'
import { emailAddress, requiredName } from '#app/kit/field-schemas.ts'
import { newId } from '#app/kit/ids.ts'
import { nameFromAddress } from '#app/kit/name-from-address.ts'
import type { Parts } from '#app/kit/parts.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { welcomeMember } from './members/welcome-member.server.ts'
import { settingsInputRefusals } from './workspace-input-words.ts'

const schema = z.object({
  name: requiredName(),
  admin: emailAddress(),
  domain: z.preprocess(
    (value) => (typeof value === 'string' ? asciiDomain(value.trim().toLowerCase().replace(/^@/, '')) : value),
    z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, settingsInputRefusals.notDomain),
  ),
})

const workingWeek = JSON.stringify({ workweek: [1, 2, 3, 4, 5] })

/**
 * The workspace of this name in which the address is an admin's, as after the same order given before.
 * @returns its name as it is written there
 * @throws ZodError for what cannot be a name or an address
 */
export async function findWorkspaceOf(
  { db }: Pick<Parts, 'db'>,
  input: { name: string; admin: string },
): Promise<string | undefined> {
  const { name, admin } = schema.pick({ name: true, admin: true }).parse(input)
  for (const workspaceId of await unsafeFindWorkspaces(db, admin)) {
    const found = await inWorkspace(db, workspaceId, (trx) =>
      trx
        .selectFrom('workspace')
        .innerJoin('member', 'member.workspaceId', 'workspace.workspaceId')
        .select(['workspace.name', 'member.roles'])
        .where('workspace.workspaceId', '=', workspaceId)
        .where('member.workspaceId', '=', workspaceId)
        .where('member.email', '=', admin)
        .where('member.removedAt', 'is', null)
        .executeTakeFirst(),
    )
    if (found?.roles.includes('admin') && found.name.toLowerCase() === name.toLowerCase()) return found.name
  }
  return undefined
}

/**
 * Makes a workspace with its first member, who may do everything and gets a link by email. Run by an operator, not by anyone who
 * is signed in, so it is no command.
 * @param timeZone IANA name, for plans made later
 * @throws ZodError for what cannot be a name, an address or a domain
 */
export async function createWorkspace(
  parts: Parts,
  input: { name: string; admin: string; domain: string },
  timeZone = 'Europe/Berlin',
): Promise<{ workspaceId: string; memberId: string }> {
  const { name, admin, domain } = schema.parse(input)
  const [workspaceId, memberId] = [newId(), newId()]
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const now = parts.clock.now()
    await addWorkspaceToDirectory(trx, workspaceId)
    await trx
      .insertInto('workspace')
      .values({
        workspaceId,
        name,
        domains: [domain],
        timeZone,
        vendorCalendar: workingWeek,
        customerCalendar: workingWeek,
        createdAt: now,
      })
      .execute()
    const person = { id: memberId, email: admin, name: nameFromAddress(admin) }
    await trx
      .insertInto('member')
      .values({ workspaceId, ...person, roles: ['admin', 'rep'], createdAt: now, awaitedSince: now })
      .execute()
    await addAddressToDirectory(trx, workspaceId, admin)
    await writeSecurityEvent(trx, workspaceId, { kind: 'member added', person }, now)
    await writeNotice(parts, trx, workspaceId, welcomeMember(name, person, null), now)
  })
  return { workspaceId, memberId }
}
