import { expect, test } from 'vitest'
import { z } from 'zod'
import * as accessModel from '#app/access/model.ts'
import * as apiModel from '#app/api/keys/api-key-model.ts'
import * as planModel from '#app/plan/model.ts'
import * as portfolioModel from '#app/portfolio/new-plan/model.ts'
import * as referencesModel from '#app/references/model.ts'
import * as valueModel from '#app/value/model.ts'
import * as erasureModel from '#app/workspace/erasure/model.ts'
import * as workspaceModel from '#app/workspace/model.ts'
import { inWorkspace } from '#db/workspace.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { createPlan } from '#app/portfolio/new-plan/create-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { changeWorkspace } from '#app/workspace/settings/change-workspace.server.ts'
import { createWorkspace } from '#app/workspace/create-workspace.server.ts'
import { type Setting, refusalOf, setUp } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const newPlan = {
  ...{ account: 'Halden Foods', project: 'Close', template: 'data-platform', criticalDate: '2026-10-30' },
  ...{ criticalReason: 'the audit', ifMissed: '', statement: 'Done.', measure: 'time', unit: 'days' },
  ...{ baseline: '30', target: '1', winBy: '2026-12-11', announcedTo: 'the board' },
}
const newTask = { title: 'Sign', owner: 'else', side: 'customer', durationDays: '1', dependsOn: [], sittings: '' }

/** Every command that takes a name, and the field that it is posted in. */
async function edges(setting: Setting) {
  const { parts, workspaceId, planId, champion, lead } = setting
  const admin = await makeMember(parts.db, workspaceId, { name: 'Ana Lind', roles: ['admin', 'rep'] })
  const milestone = setting.milestoneIds[0] ?? ''
  const invited = { email: 'ines@halden.example', role: 'viewer' }
  return {
    'a participant': [
      'name',
      (name: string) =>
        runCommand(parts, inviteParticipant, { actor: champion, scopeId: planId, input: { ...invited, name } }),
    ],
    'a member': [
      'name',
      (name: string) =>
        runCommand(parts, addMember, {
          actor: admin,
          scopeId: workspaceId,
          input: { name, email: 'new@brightline.example', roles: ['rep'] },
        }),
    ],
    'a workspace': [
      'name',
      (name: string) => runCommand(parts, changeWorkspace, { actor: admin, scopeId: workspaceId, input: { name } }),
    ],
    'an account': [
      'account',
      (account: string) =>
        runCommand(parts, createPlan, { actor: admin, scopeId: workspaceId, input: { ...newPlan, account } }),
    ],
    'a project of a new plan': [
      'project',
      (project: string) =>
        runCommand(parts, createPlan, { actor: admin, scopeId: workspaceId, input: { ...newPlan, project } }),
    ],
    'a project': [
      'project',
      (project: string) => runCommand(parts, editTerms, { actor: lead, scopeId: planId, input: { project } }),
    ],
    'an owner who is somebody else': [
      'ownerName',
      (ownerName: string) =>
        runCommand(parts, addTask, {
          actor: lead,
          scopeId: planId,
          input: { ...newTask, ownerName, milestoneId: milestone },
        }),
    ],
    'an owner named in the select': [
      'owner',
      (name: string) =>
        runCommand(parts, addTask, {
          actor: lead,
          scopeId: planId,
          input: { ...newTask, owner: `placeholder:${name}`, milestoneId: milestone },
        }),
    ],
    'the person of a situation': [
      'personName',
      (personName: string) =>
        runCommand(parts, saveSituation, {
          actor: lead,
          scopeId: planId,
          input: { personId: 'else', personName, jobTitle: 'CFO', issue: 'Late books.' },
        }),
    ],
  } satisfies Record<string, [field: string, post: (name: string) => Promise<unknown>]>
}

test('no name is a message, or nothing to be seen, wherever it comes in', async () => {
  const setting = await setUp()
  for (const [edge, [field, post]] of Object.entries(await edges(setting)))
    for (const name of [
      'Pay at https://evil.example/x',
      'www.evil.example',
      'a@evil.example',
      'x'.repeat(201),
      '\u200b\u3164',
    ])
      expect(await refusalOf(post(name)), `${edge}: ${name}`).toMatchObject({
        status: 422,
        faults: [{ field }],
      })
})

test('a name on several lines becomes one, without hidden characters', async () => {
  const setting = await setUp()
  const { parts, workspaceId } = setting
  const all = await edges(setting)
  await all['a participant'][1](' Ines\r\n\u202eRoth\u200b ')
  const { name } = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('participant').select('name').where('email', '=', 'ines@halden.example').executeTakeFirstOrThrow(),
  )
  expect(name).toBe('Ines Roth')
})

test('the first workspace’s name is held to the same', async () => {
  const { parts } = await setUp()
  const input = { name: 'https://evil.example', admin: 'ana@evil.example', domain: 'evil.example' }
  await expect(createWorkspace(parts, input)).rejects.toThrow('A name can’t contain a web or email address.')
})

/** Invisible characters, each of another kind. */
const unseen = [
  ...['\u200b', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u180e', '\u2800', '\ufe0f', '\u200e\u200f\u061c', '\u202e'],
  ...['\u3164', '\u115f\u1160', '\uffa0', '\u17b4\u17b5', '\u{e0041}\u{e007f}', '\u{e0101}', '\u{1d159}', '\u{1d173}'],
]
/** Compared with what the page showed, and read by no one. */
const forPrograms = ['restoreAgreedInput.now']

test('no field of any command takes what shows nothing for text', () => {
  const schemas = Object.entries({
    ...accessModel,
    ...apiModel,
    ...planModel,
    ...portfolioModel,
    ...referencesModel,
    ...valueModel,
    ...workspaceModel,
    ...erasureModel,
  }).flatMap(([name, it]) => (name.endsWith('Input') && it instanceof z.ZodObject ? [[name, it] as const] : []))
  const taken: string[] = []
  let asked = 0
  for (const [name, { shape }] of schemas)
    for (const [field, schema] of Object.entries(shape as Record<string, z.ZodType>))
      for (const text of unseen) {
        asked++
        const parsed = schema.safeParse(text)
        if (parsed.success && typeof parsed.data === 'string' && parsed.data !== '') taken.push(`${name}.${field}`)
      }
  expect(asked).toBeGreaterThan(1_000)
  expect([...new Set(taken)].filter((it) => !forPrograms.includes(it))).toEqual([])
})
