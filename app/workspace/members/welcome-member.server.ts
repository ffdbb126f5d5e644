import type { NewNotice } from '#app/outbox/outbox.server.ts'

/**
 * The email that lets a new member in: a link that waits longer than one that someone asked for.
 * @param by who added the person; null for the first one of a new workspace
 * @param isCorrected whether the person was a member before, with an address that did not reach them
 */
export const welcomeMember = (
  workspace: string,
  member: { id: string; email: string; name: string },
  by: string | null,
  isCorrected = false,
): NewNotice => ({
  kind: 'member-added',
  facts: { workspace, name: member.name, by, ...(isCorrected ? { isCorrected } : {}) },
  to: { memberId: member.id, address: member.email },
  planId: null,
  link: { kind: 'invitation', planId: null },
})
