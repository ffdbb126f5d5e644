import { expect, test } from 'vitest'
import { sendSignInLinks } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { newId } from '#app/kit/ids.ts'
import { makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'

test('an address gets three links, from however many networks; the newest works, and once it is used another one goes', async () => {
  const it = await makePlanWithSignIn()
  const email = await it.addressOf(it.plan.champion.id)
  const askFromElsewhere = async () => {
    it.context.network = newId()
    expect((await it.ask({ email })).status, 'nobody is told').toBe(200)
    await it.work()
    return it.mailTo(email)
  }
  for (let n = 0; n < 6; n++) await askFromElsewhere()
  const mails = await it.mailTo(email)
  expect(mails).toHaveLength(3)
  const opened = await Promise.all(mails.map(async ({ link }) => ({ link, status: (await it.open(link)).status })))
  const works = opened.filter(({ status }) => status === 200)
  expect(works).toHaveLength(1)
  const [old, newest] = [opened.find(({ status }) => status === 401)?.link, works[0]?.link]
  expect(await it.press(old ?? '', { intent: 'send-fresh-link' }), 'its owner is told').toMatchObject({
    status: 200,
    body: { status: 'fresh link', sentAt: expect.stringMatching(/^\d{4}-/) },
  })
  expect(await it.mailTo(email)).toHaveLength(3)
  expect((await it.press(newest ?? '')).status).toBe(303)
  expect(await askFromElsewhere(), 'a used link no longer counts').toHaveLength(4)

  expect(await it.mailTo(await it.addressOf(it.plan.contributor.id)), 'others are not counted').toEqual([])
  it.context.network = newId()
  await it.ask({ email: await it.addressOf(it.plan.contributor.id) })
  await it.work()
  expect(await it.mailTo(await it.addressOf(it.plan.contributor.id))).toHaveLength(1)
})

test('after a pause another link goes, also where none was used', async () => {
  const it = await makePlanWithSignIn()
  const email = await it.addressOf(it.plan.champion.id)
  const sent = async () => {
    await it.ask({ email })
    await it.work()
    return (await it.mailTo(email)).length
  }
  for (let n = 0; n < 4; n++) await sent()
  await it.within((trx) =>
    trx
      .updateTable('linkToken')
      .set({ createdAt: new Date(it.parts.clock.now().getTime() - 61_000) })
      .where('participantId', '=', it.plan.champion.id)
      .execute(),
  )
  expect(await sent()).toBe(4)
})

test('of many workers that send to one address at once, each sees what the others sent', async () => {
  const it = await makePlanWithSignIn()
  const email = await it.addressOf(it.plan.champion.id)
  await Promise.all(Array.from({ length: 8 }, () => sendSignInLinks(it.parts, { email, network: newId() })))
  expect(await it.mailTo(email)).toHaveLength(3)
})
