import type { WorkspaceTransaction } from '#db/workspace.ts'
import { mostPasskeys } from './passkey-limits.ts'
import { addPasskeyInput } from './model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { markFlowUsed } from '../core/mark-flow-used.server.ts'
import { getOwnMember, refuseBound, tellOfPasskey } from './own-passkeys.server.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { newPasskeyRefusals } from './passkey-refusal-words.ts'
import { mostPasskeysWords, passkeyAddedMail } from './passkey-words.ts'

/**
 * Adds a passkey to the member's own sign-in, after the page has verified it; each challenge counts once. The member gets an
 * email.
 * @throws Refusal 422 for a used challenge, a known passkey, and too many passkeys
 */
export const addPasskey = defineCommand({
  name: 'add-passkey',
  scope: 'workspace',
  input: addPasskeyInput,
  async run({ trx, actor, workspaceId, row, input, now, record, notify }) {
    const { flowId, publicKey, name: wanted, ...passkey } = input
    const member = await getOwnMember(trx, actor)
    await refuseBound(trx, actor, member.email)
    if (!(await markFlowUsed(trx, workspaceId, flowId, now))) throw new Refusal(422, newPasskeyRefusals.sentBefore)
    const names = await listNames(trx, workspaceId, member.id)
    if (names.length >= mostPasskeys) throw new Refusal(422, mostPasskeysWords(mostPasskeys))
    const [id, name] = [newId(), freeName(wanted, names)]
    const added = await trx
      .insertInto('passkey')
      .values({
        workspaceId,
        id,
        memberId: member.id,
        ...passkey,
        publicKey: Buffer.from(publicKey, 'base64url'),
        name,
        createdAt: now,
      })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'credentialId']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw new Refusal(422, newPasskeyRefusals.addedBefore)
    await record({ event: 'passkey added', subjectId: id, subject: name, changes: {} })
    await writeSecurityEvent(
      trx,
      workspaceId,
      { kind: 'passkey added', person: member, detail: { passkey: name } },
      now,
    )
    await tellOfPasskey(notify, {
      workspace: row.name,
      member,
      ...passkeyAddedMail(name, row.name),
    })
    return { passkeyId: id }
  },
})

const listNames = async (trx: WorkspaceTransaction, workspaceId: string, memberId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('passkey')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', memberId)
    .execute()
  return rows.map(({ name }) => name)
}

/** "Windows Hello", then "Windows Hello 2". */
function freeName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`
    if (!taken.includes(name)) return name
  }
}
