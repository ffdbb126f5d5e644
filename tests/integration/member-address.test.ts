import { expect, test } from 'vitest'
import { unsafeFindWorkspaces } from '#app/access/core/directory.server.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { consumeLink } from '#app/access/emailed-links/open-emailed-link.server.ts'
import { findPerson } from '#app/access/participants/find-person.server.ts'
import { recogniseMember } from '#app/access/sign-on/recognise-member.server.ts'
import { newId } from '#app/kit/ids.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { correctMemberAddress } from '#app/workspace/members/correct-member-address.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { getMemberPage } from '#app/workspace/workspace-queries.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

async function stage() {
  const it = await setUp()
  const { parts, workspaceId } = it
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(parts.db, workspaceId, work)
  const henrike = await makeMember(parts.db, workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  const olga = await makeMember(parts.db, workspaceId, { name: 'Olga Brandt', roles: ['admin', 'rep'] })
  const rolf = await makeMember(parts.db, workspaceId, { name: 'Rolf Berg', roles: ['rep'] })
  const addressOf = (id: string) =>
    within((trx) => trx.selectFrom('member').select('email').where('id', '=', id).executeTakeFirstOrThrow()).then(
      ({ email }) => email,
    )
  const block = (address: string, reason = 'bounced') =>
    within((trx) =>
      trx.insertInto('blockedAddress').values({ workspaceId, address, reason, since: parts.clock.now() }).execute(),
    )
  const correct = (actor: Actor, memberId: string, email: string) =>
    runCommand(parts, correctMemberAddress, {
      ...{ actor, scopeId: workspaceId, input: { memberId, email } },
      idempotencyKey: newId(),
    })
  const notices = () =>
    within((trx) => trx.selectFrom('notice').selectAll().where('state', '<>', 'unwanted').orderBy('kind').execute())
  const caller = { request: new Request('http://localhost:3000/'), network: '203.0.113.7' }
  const open = (tokenId: string) =>
    consumeLink(parts, new URL(linkUrl(parts.environment, { workspaceId, tokenId })).pathname.split('/').at(-1) ?? '', {
      caller,
    })
  return { ...it, within, henrike, olga, rolf, addressOf, block, correct, notices, open }
}

test('a corrected address invites its owner again, ends what the old one opened, and the other admins are told', async () => {
  const it = await stage()
  const { parts, workspaceId, rolf, henrike, olga } = it
  const old = await it.addressOf(rolf.id)
  const right = 'rolf.berg-right@brightline.example'
  await it.block(old)
  const person = { memberId: rolf.id }
  const { cookie, link } = await it.within(async (trx) => {
    const now = parts.clock.now()
    await writeNotice(
      parts,
      trx,
      workspaceId,
      {
        kind: 'team-joined',
        facts: { by: 'Sam Ortiz' },
        to: { ...person, address: old },
        ...{ planId: it.planId, link: { path: '/' } },
      },
      now,
    )
    await trx
      .insertInto('passkey')
      .values({
        ...{ workspaceId, id: newId(), memberId: rolf.id, credentialId: newId(), publicKey: Buffer.from('key') },
        ...{ name: 'The laptop', counter: 0, synced: false, createdAt: now, transports: [] },
      })
      .execute()
    return {
      cookie: await beginSession(parts, trx, workspaceId, person, null),
      link: await issueLink(parts.environment, trx, workspaceId, { kind: 'sign-in', planId: null, ...person }, now),
    }
  })
  const viewer = () =>
    findViewer(parts, new Request('http://localhost:3000/', { headers: { cookie: cookie.split(';')[0] ?? '' } }))
  expect(await viewer()).not.toBeNull()

  await it.correct(henrike, rolf.id, ` ${right.toUpperCase()} `)

  expect(await it.addressOf(rolf.id)).toBe(right)
  expect(await viewer(), 'the session').toBeNull()
  expect(await it.open(link), 'the link sent to the old address').toEqual({ status: 'refused' })
  expect(await it.within((trx) => trx.selectFrom('passkey').select('id').execute())).toEqual([])
  const knows = async (email: string) => (await unsafeFindWorkspaces(parts.db, email)).includes(workspaceId)
  expect([await knows(old), await knows(right)]).toEqual([false, true])
  expect(await it.within((trx) => findPerson(trx, workspaceId, { email: old }))).toBeUndefined()

  const sent = await it.notices()
  expect(sent.map(({ kind, memberId, toAddress }) => [kind, memberId, toAddress])).toEqual([
    ['member-added', rolf.id, right],
    ['security-notice', olga.id, await it.addressOf(olga.id)],
    ['team-joined', rolf.id, right],
  ])
  expect(sent[0]?.facts).toMatchObject({ by: 'Henrike Aalto', isCorrected: true })
  const [event] = await it.within((trx) =>
    trx.selectFrom('securityEvent').selectAll().where('kind', '=', 'address corrected').execute(),
  )
  expect(event).toMatchObject({ personName: 'Rolf Berg', detail: { by: 'Henrike Aalto' } })

  const page = () => getMemberPage(parts, workspaceId, rolf.id)
  expect((await page()).member).toMatchObject({ bouncedOn: null, invitedOn: '2026-06-17' })
  expect(await it.open(sent[0]?.linkTokenId ?? '')).toMatchObject({ status: 'in' })
  expect((await page()).member, 'who has signed in has shown the address').toMatchObject({ invitedOn: null })
})

test('only an admin corrects an address, of someone else, and only where it does not reach them', async () => {
  const it = await stage()
  const { rolf, henrike, olga } = it
  const old = await it.addressOf(rolf.id)
  const right = 'rolf.right@brightline.example'
  const refused = async (of: string, email: string) =>
    (await refusalOf(it.correct(henrike, of, email))).faults.map(({ field }) => field)
  expect(await refused(rolf.id, right), 'emails arrive').toEqual(['email'])
  await it.block(old, 'complained')
  expect(await refused(rolf.id, right), 'the reader alone ends a complaint').toEqual(['email'])
  await it.within((trx) => trx.deleteFrom('blockedAddress').execute())

  await it.block(old)
  await it.block(await it.addressOf(henrike.id))
  for (const actor of [it.lead, rolf]) expect(await statusOf(it.correct(actor, rolf.id, right))).toBe(403)
  expect(await statusOf(it.correct(it.champion, rolf.id, right)), 'not even known of').toBe(404)
  expect(await statusOf(it.correct({ ...henrike, signedInAt: new Date('2026-06-17T07:00:00Z') }, rolf.id, right))).toBe(
    403,
  )
  expect(await refused(henrike.id, right), 'one’s own').toEqual(['email'])
  expect(await refused(rolf.id, old), 'the same').toEqual(['email'])
  expect(await statusOf(it.correct(olga, newId(), right))).toBe(404)
  expect(await it.addressOf(rolf.id)).toBe(old)
  expect(await it.notices()).toEqual([])
})

test('the new address is no one else’s, however it is written', async () => {
  const it = await stage()
  const { rolf, henrike, lead } = it
  await it.block(await it.addressOf(rolf.id))
  const gone = await makeMember(it.parts.db, it.workspaceId, { name: 'Gina Gone' })
  await runCommand(it.parts, removeMember, {
    ...{ actor: henrike, scopeId: it.workspaceId, idempotencyKey: newId() },
    input: { memberId: gone.id, successorId: '' },
  })
  const champion = await it.within((trx) =>
    trx.selectFrom('participant').select('email').where('id', '=', it.champion.id).executeTakeFirstOrThrow(),
  )
  const members = [await it.addressOf(lead.id), 'gina.gone@brightline.example']
  for (const email of [...members, champion.email])
    for (const spelt of [email, email.replace('@', '+x@'), `<${email.toUpperCase()}>`])
      expect(await refusalOf(it.correct(henrike, rolf.id, spelt)), spelt).toMatchObject({
        ...{ status: 422, faults: [{ field: 'email' }] },
      })
})

test('who was added with a wrong address that takes emails can be corrected until they sign in', async () => {
  const it = await stage()
  const { henrike, workspaceId } = it
  const { result } = await runCommand(it.parts, addMember, {
    ...{ actor: henrike, scopeId: workspaceId, idempotencyKey: newId() },
    input: { name: 'Ines Vance', email: 'ines.v@brightlinne.example', roles: ['rep'] },
  })
  const { memberId } = result as { memberId: string }
  const [welcome] = await it.notices()
  await it.correct(henrike, memberId, 'ines.v@brightline.example')
  expect(await it.open(welcome?.linkTokenId ?? ''), 'the stranger’s link').toEqual({ status: 'refused' })
  const again = (await it.notices()).find(
    ({ kind, linkTokenId }) => kind === 'member-added' && linkTokenId !== welcome?.linkTokenId,
  )
  expect(await it.open(again?.linkTokenId ?? '')).toMatchObject({ status: 'in' })
  expect(await statusOf(it.correct(henrike, memberId, 'ines@brightline.example'))).toBe(422)
})

test('a linked account stays the member’s; another one with the new address does not get in', async () => {
  const it = await stage()
  const { rolf, henrike, workspaceId, parts } = it
  await it.block(await it.addressOf(rolf.id))
  const issuer = 'https://login.brightline.example'
  const bind = (subject: string, email: string) =>
    it.within((trx) => recogniseMember(trx, workspaceId, { issuer, subject, email }, parts.clock.now()))
  expect(await bind('rolf', await it.addressOf(rolf.id))).toMatchObject({ status: 'member' })
  const right = 'rolf.right@brightline.example'
  await it.correct(henrike, rolf.id, right)
  expect(await bind('rolf', 'rolf@old.example')).toMatchObject({ status: 'member', person: { actor: { id: rolf.id } } })
  expect(await bind('someone new', right)).toMatchObject({ status: 'refused', why: 'another account' })
})
