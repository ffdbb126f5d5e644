import { paths } from '#app/kit/paths.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { correctedAddressMail } from './member-address-words.ts'
import type { MemberNow, MembersNow } from './take-members.server.ts'

/** Tells every other admin that a member has another address, so that one who takes over a colleague's place is noticed. */
export async function tellAdminsOfAddress(
  { actor, row, notify }: Pick<CommandContext<unknown, 'workspace'>, 'actor' | 'row' | 'notify'>,
  { present }: MembersNow,
  member: MemberNow,
): Promise<void> {
  const admins = present.filter(({ id, roles }) => roles.includes('admin') && id !== actor.id && id !== member.id)
  for (const { id: memberId, name, email: address } of admins)
    await notify({
      kind: 'security-notice',
      facts: {
        workspace: row.name,
        name,
        ...correctedAddressMail({ by: actor.name, member: member.name, workspace: row.name }),
      },
      to: { memberId, address },
      planId: null,
      link: { path: paths.member(member.id) },
    })
}
