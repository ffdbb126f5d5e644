import type { NewNotice } from '#app/notices/outbox.server.ts'

/** The email that lets a new member in: a link that waits longer than one that somebody asked for. */
export const welcomeMember = (workspace: string, member: { id: string; email: string; name: string }): NewNotice => ({
  kind: 'sign-in',
  facts: { workspace, name: member.name, validFor: '14 days' },
  to: { memberId: member.id, address: member.email },
  planId: null,
  link: { kind: 'invitation', planId: null },
})
