import { expect, test } from 'vitest'
import { runCommand } from '#app/runner/run-command.server.ts'
import { getAccountProfile } from '#app/workspace/customer/account-profile-queries.server.ts'
import { setAccountProfile } from '#app/workspace/customer/set-account-profile.server.ts'
import { activityOf } from '#tests/factories/adjusting.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

type Profile = { industry?: string; region?: string }

const save = (it: Setting, input: Profile, seen?: Profile, actor: Setting['lead'] | Setting['champion'] = it.lead) =>
  runCommand(it.parts, setAccountProfile, { actor, scopeId: it.planId, input, ...(seen ? { seen } : {}) })

test('marketing and the team group a customer by industry and region, and its own people never see it', async () => {
  const it = await setUp()
  const marketing = await makeMember(it.parts.db, it.workspaceId, { name: 'Jo Marlin', roles: ['marketing'] })
  const support = await makeMember(it.parts.db, it.workspaceId, { name: 'Ola Berg', roles: ['support'] })
  await save(it, { industry: 'Food', region: 'DACH' }, undefined, marketing)
  expect(await getAccountProfile(it.parts, it)).toMatchObject({
    ...{ account: 'Halden Foods', industry: 'Food', region: 'DACH' },
    known: { industries: ['Food'], regions: ['DACH'] },
  })
  expect(await statusOf(save(it, { industry: 'Energy' }, undefined, support))).toBe(403)
  expect(await statusOf(save(it, { industry: 'Energy' }, undefined, it.champion))).toBe(403)
  expect((await activityOf(it, it.lead)).entries.map(({ what }) => what)).toEqual([
    'changed Halden Foods’ industry or region',
  ])
  expect((await activityOf(it, it.champion)).entries).toEqual([])
})

test('what someone else changed in the meantime is not overwritten', async () => {
  const it = await setUp()
  await save(it, { industry: 'Food', region: 'DACH' })
  const seen = { industry: '', region: '' }
  const refusal = await refusalOf(save(it, { industry: 'Energy', region: '' }, seen, it.teammate))
  expect(refusal.status).toBe(409)
  expect(await getAccountProfile(it.parts, it)).toMatchObject({ industry: 'Food', region: 'DACH' })
})
