import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { unsafeFindWorkspaces } from '#app/access/core/directory.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import type { MemberRole } from '#app/policy/roles.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { changeWorkspace } from '#app/workspace/settings/change-workspace.server.ts'
import { createWorkspace } from '#app/workspace/create-workspace.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { testDatabase } from '#tests/harness/database.ts'

async function stage(admin = `ana.lind@brightline.example`) {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const { workspaceId, memberId } = await createWorkspace(parts, {
    name: 'Brightline',
    admin,
    domain: 'Brightline.example',
  })
  const actorWith = (roles: MemberRole[], id = memberId): Actor => ({
    kind: 'member',
    workspaceId,
    id,
    name: 'Ana Lind',
    roles,
  })
  const rows = (table: 'member' | 'notice') =>
    inWorkspace(db, workspaceId, (trx) => trx.selectFrom(table).selectAll().execute())
  return { db, parts, workspaceId, memberId, actorWith, rows }
}

test('a new workspace has an admin who may sign in and has a link under way', async () => {
  const { db, workspaceId, memberId, rows } = await stage('Ana.Lind@Brightline.example')
  expect(await rows('member')).toMatchObject([
    { id: memberId, email: 'ana.lind@brightline.example', name: 'Ana Lind', roles: ['admin', 'rep'] },
  ])
  expect(await rows('notice')).toMatchObject([
    { kind: 'member-added', toAddress: 'ana.lind@brightline.example', state: 'waiting', memberId },
  ])
  expect(await unsafeFindWorkspaces(db, 'ana.lind@brightline.example')).toContain(workspaceId)
})

test('what is no name, address or domain makes no workspace', async () => {
  const { parts } = await stage()
  const input = { name: 'Brightline', admin: 'ana@brightline.example', domain: 'brightline.example' }
  for (const wrong of [{ name: ' ' }, { admin: 'ana' }, { domain: 'https://brightline.example' }])
    await expect(createWorkspace(parts, { ...input, ...wrong })).rejects.toThrow()
})

test('an admin adds members, each once and with a link; no one else does', async () => {
  const { parts, workspaceId, actorWith, rows } = await stage()
  const add = (actor: Actor, email: string) =>
    runCommand(parts, addMember, {
      actor,
      scopeId: workspaceId,
      input: { name: 'Max Lind', email, roles: ['marketing'] },
    })
  const { result } = await add(actorWith(['admin']), 'Max@Brightline.example')
  expect(await rows('member')).toHaveLength(2)
  expect(await rows('notice')).toHaveLength(2)
  await expect(add(actorWith(['admin']), 'max@brightline.example')).rejects.toMatchObject({
    status: 422,
    faults: [{ field: 'email' }],
  })
  const max = actorWith(['marketing'], result.memberId)
  await expect(add(max, 'eva@brightline.example')).rejects.toMatchObject({ status: 403 })
  expect(await rows('member')).toHaveLength(2)
})

test('two who rename the workspace at once get a conflict', async () => {
  const { parts, workspaceId, actorWith } = await stage()
  const rename = (name: string, seen: string) =>
    runCommand(parts, changeWorkspace, {
      actor: actorWith(['admin']),
      scopeId: workspaceId,
      input: { name },
      seen: { name: seen },
    })
  await rename('Brightline Software', 'Brightline')
  await expect(rename('Bright Line', 'Brightline')).rejects.toMatchObject({
    status: 409,
    conflicts: [{ field: 'name', theirs: 'Brightline Software', by: 'Ana Lind' }],
  })
})
