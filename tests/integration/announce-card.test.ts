import { createHash } from 'node:crypto'
import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { saveCard } from '#app/value/announce/save-card.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { cardRefusals } from '#app/value/announce/card-page-words.ts'
import { getCardPage, getCardPicture, getSharedCard } from '#app/value/announce/card-queries.server.ts'
import { stopSharingCard } from '#app/value/announce/stop-sharing-card.server.ts'
import { loader as sharedPage } from '#app/value/announce/shared.page.tsx'
import { loader as sharedPicture } from '#app/value/announce/shared-picture.route.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { setAccountLogo } from '#app/workspace/logos/set-account-logo.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type Setting, eventsOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeParticipant } from '#tests/factories/workspace.ts'
import { redSquare } from '#tests/samples/red-square.ts'

const won = async () => {
  const it = await setUp()
  await runCommand(it.parts, confirmFirstWin, {
    actor: it.champion,
    scopeId: it.planId,
    input: { winVersion: 1, measuredValue: '1' },
    idempotencyKey: newId(),
  })
  return it
}

const order = (it: Setting, actor: Actor, input: object = {}, seen?: Record<string, unknown>) => ({
  actor,
  scopeId: it.planId,
  input,
  idempotencyKey: newId(),
  ...(seen ? { seen } : {}),
})
const share = (it: Setting, actor: Actor = it.champion) => runCommand(it.parts, shareCard, order(it, actor))
const stop = (it: Setting, actor: Actor = it.champion) => runCommand(it.parts, stopSharingCard, order(it, actor))
const save = (it: Setting, input: object, actor: Actor = it.champion) =>
  runCommand(it.parts, saveCard, order(it, actor, { winVersion: 2, ...input }))

const pageFor = (it: Setting, mayShare = true) => getCardPage(it.parts, it.champion, it.planId, mayShare)
const tokenOf = async (it: Setting): Promise<string> => (await pageFor(it)).token ?? ''

/** What a stranger with the link is answered, for the page and the picture. */
async function opened(it: Setting, token: string) {
  const asked = () => ({
    request: new Request(`http://localhost:3000/shared/${token}`),
    params: { shared: token },
    context: loadContext(it.parts, { network: '203.0.113.7' }),
  })
  const page = await sharedPage(asked())
  const picture: unknown = await sharedPicture(asked()).catch((thrown: unknown) => thrown)
  const status = picture instanceof Response ? picture.status : (picture as { init: { status: number } }).init.status
  return { page: page.init?.status, card: page.data.shown?.card, picture: status }
}

const gone = { page: 404, card: undefined, picture: 404 }

test('only the champion and who may confirm word and share the card; the others of the plan see it, and no link', async () => {
  const it = await won()
  for (const actor of [it.lead, it.teammate, it.outsider, it.contributor, it.viewer]) {
    expect(await statusOf(share(it, actor))).toBe(403)
    expect(await statusOf(save(it, { headline: 'Ours!', people: [] }, actor))).toBe(403)
    expect(await statusOf(stop(it, actor))).toBe(403)
  }
  const named = await makeParticipant(it.parts.db, it.workspaceId, it.accountId, {
    name: 'Tom Weiss',
    seat: { planId: it.planId, role: 'viewer', mayConfirm: true },
  })
  await share(it, named)
  expect(await pageFor(it, false)).toMatchObject({ isShared: true, token: null, choices: null })
  expect((await eventsOf(it)).at(-1)).toMatchObject({ event: 'card shared', actorName: 'Tom Weiss' })
})

test('before the win there is no card, and none can be shared', async () => {
  const it = await setUp()
  expect(await pageFor(it)).toMatchObject({ shown: null, choices: null, isShared: false })
  expect(await statusOf(share(it))).toBe(409)
  expect(await statusOf(save(it, { headline: 'One day!', people: [] }))).toBe(409)
})

test('a link that is on shows the card to anyone; switched off, page and picture are gone at once and stay so', async () => {
  const it = await won()
  expect((await pageFor(it)).token).toBeNull()
  await share(it)
  await share(it)
  const token = await tokenOf(it)
  expect(await opened(it, token)).toMatchObject({
    page: 200,
    picture: 200,
    card: {
      headline: 'We closed the books in one day.',
      before: '30 days',
      after: '1 day',
      saved: 'Down by 29 days (97%)',
      customer: { name: 'Halden Foods' },
    },
  })
  await stop(it)
  await stop(it)
  expect(await opened(it, token)).toEqual(gone)
  await share(it)
  expect(await opened(it, token), 'the old link').toEqual(gone)
  expect(await opened(it, await tokenOf(it))).toMatchObject({ page: 200, picture: 200 })
  const events = (await eventsOf(it)).map(({ event }) => event)
  expect(events).toEqual(['first win confirmed', 'card shared', 'card no longer shared', 'card shared'])
})

test('the secret is stored nowhere, and a wrong one opens nothing', async () => {
  const it = await won()
  await share(it)
  const token = await tokenOf(it)
  const [workspaceId = '', id = '', secret = ''] = token.split('.')
  const row = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('sharedLink').selectAll().executeTakeFirstOrThrow(),
  )
  expect(row).toMatchObject({ id, kind: 'card', secretHash: createHash('sha256').update(secret).digest('base64url') })
  expect(JSON.stringify(await eventsOf(it))).not.toContain(secret)
  const other = await won()
  for (const wrong of [
    'nothing',
    `${workspaceId}.${id}.${'x'.repeat(43)}`,
    `${workspaceId}.${newId()}.${secret}`,
    `${other.workspaceId}.${id}.${secret}`,
  ])
    expect(await opened(it, wrong)).toEqual(gone)
})

test('nothing of the plan but the card leaves by a link, and no one is named who was not chosen', async () => {
  const it = await won()
  await save(it, { headline: '', people: [it.champion.id] })
  await share(it)
  const late = await makeParticipant(it.parts.db, it.workspaceId, it.accountId, {
    name: 'Nia Late',
    seat: { planId: it.planId, role: 'contributor' },
  })
  const shown = JSON.stringify(await getSharedCard(it.parts, await tokenOf(it)))
  expect(shown).toContain('Priya Raman')
  for (const hidden of ['@', 'Eva Holm', 'Sam Ortiz', late.name, it.planId, 'target', 'the board'])
    expect(shown).not.toContain(hidden)
})

test('who was named by default when it was shared stays named, and who joins later is not', async () => {
  const it = await won()
  await share(it)
  await makeParticipant(it.parts.db, it.workspaceId, it.accountId, {
    name: 'Nia Late',
    seat: { planId: it.planId, role: 'contributor' },
  })
  const named = (await getSharedCard(it.parts, await tokenOf(it)))?.card.customer.people
  expect(named).toContain('Priya Raman')
  expect(named).not.toContain('Nia Late')
})

test('own words are shown until the win is corrected; a withdrawn win takes card and link with it', async () => {
  const it = await won()
  const people = [it.champion.id]
  await save(it, { headline: 'Books closed in one day', people })
  await share(it)
  const token = await tokenOf(it)
  expect((await opened(it, token)).card?.headline).toBe('Books closed in one day')
  await runCommand(it.parts, correctFirstWin, {
    ...order(it, it.champion, { measuredValue: '2', wordsHold: 'yes' }),
    seen: { measuredValue: '1' },
  })
  expect((await opened(it, token)).card).toMatchObject({
    headline: 'We closed the books in one day.',
    after: '2 days',
    saved: 'Down by 28 days (93%)',
  })
  await runCommand(it.parts, withdrawFirstWin, order(it, it.champion, { reason: 'Two plants were not counted.' }))
  expect(await opened(it, token)).toEqual(gone)
  const left = await inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('winCard').selectAll().execute())
  expect(left).toEqual([])
})

test('words for a win that was corrected while they were written are not taken', async () => {
  const it = await won()
  const people = [it.champion.id]
  await share(it)
  await runCommand(it.parts, correctFirstWin, {
    ...order(it, it.champion, { measuredValue: '2', wordsHold: 'yes' }),
    seen: { measuredValue: '1' },
  })
  const late = runCommand(it.parts, saveCard, {
    ...order(it, it.champion, { winVersion: 2, headline: 'Books closed in one day', people }),
    seen: { headline: '', people },
  })
  await expect(late).rejects.toMatchObject({ status: 409, message: cardRefusals.corrected })
  expect((await opened(it, await tokenOf(it))).card?.headline).toBe('We closed the books in one day.')
})

test('a link made under a secret that is no longer kept works, and its page shows no address that does not', async () => {
  const it = await won()
  await share(it)
  const token = await tokenOf(it)
  const { environment } = it.parts
  const under = (secrets: { linkSecret: string; linkSecretsBefore: string[] }) => ({
    ...it,
    parts: { ...it.parts, environment: { ...environment, ...secrets } },
  })
  const another = 'x'.repeat(64)
  const kept = under({ linkSecret: another, linkSecretsBefore: [environment.linkSecret] })
  expect(await pageFor(kept)).toMatchObject({ isShared: true, token })
  const dropped = under({ linkSecret: another, linkSecretsBefore: [] })
  expect(await pageFor(dropped)).toMatchObject({ isShared: true, token: null })
  expect(await opened(dropped, token)).toMatchObject({ page: 200 })
  await stop(dropped)
  await share(dropped)
  expect(await opened(dropped, token)).toEqual(gone)
  expect(await opened(dropped, await tokenOf(dropped))).toMatchObject({ page: 200 })
})

test('an archived plan shares nothing, and once restored nothing until the customer switches the link on', async () => {
  const it = await won()
  await share(it)
  const token = await tokenOf(it)
  await runCommand(it.parts, archivePlan, order(it, it.lead))
  expect(await opened(it, token)).toEqual(gone)
  expect((await pageFor(it, false)).isShared).toBe(false)
  await runCommand(it.parts, restorePlan, order(it, it.lead))
  expect(await opened(it, token)).toEqual(gone)
  expect(await pageFor(it)).toMatchObject({ isShared: false, token: null })
  await share(it)
  expect(await opened(it, await tokenOf(it))).toMatchObject({ page: 200, picture: 200 })
})

test('of two people who change the card at once, the second is told, and strangers cannot be named', async () => {
  const it = await won()
  const people = [it.champion.id]
  await save(it, { headline: 'Mine', people })
  const late = runCommand(it.parts, saveCard, {
    ...order(it, it.champion, { winVersion: 2, headline: 'Yours', people }),
    seen: { headline: '', people },
  })
  await expect(late).rejects.toMatchObject({ status: 409, conflicts: [{ theirs: 'Mine' }] })
  expect(await statusOf(save(it, { headline: 'Mine', people: [it.outsider.id] }))).toBe(422)
  await save(it, { headline: 'We closed the books in one day.', people })
  expect((await pageFor(it)).choices?.headline, 'the confirmed words are no words of one’s own').toBeNull()
})

/** Width and height as the header of a PNG says. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

test('the picture is a PNG of 1200 × 630 that decodes, whatever people typed, and whatever logo they have', async () => {
  const it = await won()
  const asked = { workspaceId: it.workspaceId, planId: it.planId }
  const texts = [
    '<script>alert(1)</script> & "quotes"',
    'ا'.repeat(180),
    '漢字'.repeat(90),
    '🎉'.repeat(80),
    'W'.repeat(200),
  ]
  await share(it)
  for (const headline of texts) {
    await save(it, { headline, people: [it.champion.id] })
    const picture = await getCardPicture(it.parts, asked)
    expect(picture?.headline).toBe(headline)
    const { picture: status } = await opened(it, await tokenOf(it))
    expect(status).toBe(200)
  }
  // As one that was kept before pictures were decoded: its header says what is in it, and there is nothing.
  await runCommand(it.parts, setAccountLogo, order(it, it.champion, { image: redSquare.toString('base64') }))
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('logo')
      .set({ bytes: redSquare.subarray(0, 33) })
      .where('workspaceId', '=', it.workspaceId)
      .execute(),
  )
  const answer = await sharedPicture({
    request: new Request('http://localhost:3000/shared'),
    params: { shared: await tokenOf(it) },
    context: loadContext(it.parts, { network: '203.0.113.7' }),
  })
  const png = Buffer.from(await answer.arrayBuffer())
  expect(sizeOf(png)).toEqual([1200, 630])
  const href = `data:image/png;base64,${png.toString('base64')}`
  const decoded = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="21"><image href="${href}" width="40" height="21"/></svg>`,
  ).render()
  expect(
    decoded.pixels.every((value, at) => at % 4 !== 3 || value === 255),
    'every pixel is painted',
  ).toBe(true)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, no-store, no-transform',
    'x-robots-tag': 'noindex, noarchive',
  })
})
