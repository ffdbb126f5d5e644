import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { action, loader } from '#app/workspace/participants-own-data.page.tsx'
import { loader as openData } from '#app/workspace/retention-and-requests.page.tsx'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { erasing } from '#tests/factories/erasing.ts'

async function asking() {
  const it = await erasing()
  const { parts, plan, workspaceId } = it
  const url = `/plans/${plan.planId}/your-data`
  const session = async (person: { memberId: string } | { participantId: string }) =>
    (await it.within((trx) => beginSession(parts, trx, workspaceId, person, null))).split(';')[0] ?? ''
  const cookie = await session({ participantId: plan.viewer.id })
  const ask = (as = cookie) =>
    answerOf(() => action(it.posted(url, { intent: 'ask-for-erasure', idempotencyKey: newId() }, { cookie: as })))
  const read = async (as = cookie) => (await loader(it.args(url, { headers: { cookie: as } }))).record
  return { ...it, ask, read, session }
}

test('a participant reads what is kept, asks once to be erased, and every admin is told', async () => {
  const it = await asking()
  expect(await it.read()).toMatchObject({
    ...{ name: 'Eva Holm', email: 'eva.holm@halden.example', askedOn: null },
    plans: [{ title: 'Halden Foods: Faster month-end close' }],
  })
  expect(await it.ask()).toMatchObject({ status: 303 })
  expect(await it.ask()).toMatchObject({ status: 303 })
  expect(await it.read()).toMatchObject({ askedOn: '2026-06-17' })
  await it.sendAll()
  expect(it.resend.attempts.map(({ to, subject }) => ({ to, subject }))).toEqual([
    { to: 'ana.lind@brightline.example', subject: 'Eva Holm asked us to erase their data: Brightline' },
  ])
  expect(it.resend.attempts[0]?.text).toContain(`/workspace/data/${it.plan.viewer.id}`)
  const cookie = await it.session({ memberId: it.admin.id })
  const page = () => openData(it.args('/workspace/data', { headers: { cookie } }))
  expect((await page()).asked).toMatchObject([{ id: it.plan.viewer.id, name: 'Eva Holm' }])
  await it.erase(it.plan.viewer.id, 'Eva Holm')
  expect((await page()).asked).toEqual([])
  expect(await it.holds(['Eva Holm', 'eva.holm'])).toEqual([])
})

test('no one asks or reads for someone else, and who was taken off still does for themselves', async () => {
  const it = await asking()
  const lead = await it.session({ memberId: it.plan.lead.id })
  expect(await answerOf(() => it.read(lead))).toMatchObject({ status: 403 })
  expect(await it.ask(lead)).toMatchObject({ status: 403 })
  await it.within((trx) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: it.parts.clock.now() })
      .where('participantId', '=', it.plan.viewer.id)
      .execute(),
  )
  expect(await answerOf(() => it.read())).toMatchObject({ status: 200 })
  expect(await it.ask()).toMatchObject({ status: 303 })
})
