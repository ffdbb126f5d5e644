import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { up as keepMessagesApart } from '#db/migrations/2026-11-28-kept-messages.ts'
import { inWorkspace } from '#db/workspace.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { beginCode } from '#app/access/sign-in/sign-in-code.server.ts'
import { newId } from '#app/kit/ids.ts'
import { signInCodeOf } from '#app/outbox/code-secret.server.ts'
import { issueLink, linkSecret } from '#app/outbox/link-token.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type LocalResend, startLocalResend } from '#tests/factories/resend.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

async function stage() {
  const { db, ownerUrl, appUrl } = await testDatabase()
  const resend = await startLocalResend()
  const made = await testParts(db, appUrl)
  const parts = { ...made, environment: { ...made.environment, resendBaseUrl: resend.baseUrl } }
  const within = <Result>(plan: SamplePlan, work: Parameters<typeof inWorkspace<Result>>[2]) =>
    inWorkspace(db, plan.workspaceId, work)
  /** A code and a link queued for a plan's champion. */
  const secretsOf = async (plan: SamplePlan) => {
    const person = { actor: plan.champion, email: 'champion@halden.example' }
    await within(plan, (trx) => beginCode(parts, trx, person, '/'))
    const codeId = (await within(plan, (trx) => trx.selectFrom('signInCode').select('id').executeTakeFirstOrThrow())).id
    const link = { kind: 'return', planId: plan.planId, participantId: plan.champion.id } as const
    const tokenId = await within(plan, (trx) =>
      issueLink(parts.environment, trx, plan.workspaceId, link, parts.clock.now()),
    )
    return {
      codeId,
      tokenId,
      code: signInCodeOf(parts.environment, codeId),
      secret: linkSecret(parts.environment, tokenId),
    }
  }
  const noticesTo = (plan: SamplePlan, address: string) =>
    within(plan, (trx) =>
      trx.selectFrom('notice').selectAll().where('toAddress', '=', address).orderBy('createdAt').execute(),
    )
  return { db, ownerUrl, parts, resend, within, secretsOf, noticesTo }
}

const linksIn = (text = '') => [...text.matchAll(/\/link\/[^.]+\.([^.]+)\.([\w-]{43})/g)].map(([, id]) => id)
const lastOf = ({ attempts }: LocalResend) => attempts.at(-1)

test('a person named like a stand-in reads no one’s code and no link of anyone, of this workspace or another', async () => {
  const { db, parts, resend, within, secretsOf, noticesTo } = await stage()
  const [attacked, attacking] = [await makePlan(db), await makePlan(db)]
  const victims = [await secretsOf(attacked), await secretsOf(attacking)]
  const names = victims.flatMap(({ codeId, tokenId }) => [
    `code-of-${codeId}`,
    `CODE-OF-${codeId.toUpperCase()}`,
    `https://link.invalid/${tokenId}`,
    `&#99;ode-of-${codeId}`,
    `{"code":"${codeId}"}`,
    `{"link":"${tokenId}","next":null}`,
    `" href="https://link.invalid/${tokenId}`,
  ])
  for (const [index, name] of names.entries()) {
    const email = `reader-${index}@halden.example`
    // Wherever the name comes from, and whatever was allowed when it was stored.
    await within(attacking, async (trx) => {
      await trx
        .updateTable('plan')
        .set({ project: name, winStatement: name })
        .where('id', '=', attacking.planId)
        .execute()
      await trx.updateTable('workspace').set({ name }).execute()
    })
    const { result } = await runCommand(parts, inviteParticipant, {
      actor: { ...attacking.champion, name },
      scopeId: attacking.planId,
      input: { name: 'Ines Roth', email, role: 'viewer' },
    })
    await within(attacking, (trx) =>
      trx
        .updateTable('participant')
        .set({ name })
        .where('id', '=', result.participantIds[0] ?? '')
        .execute(),
    )
    const [notice] = await noticesTo(attacking, email)
    await sendNotice(parts, attacking.workspaceId, notice?.id ?? '')
    const sent = lastOf(resend)
    expect(sent?.to).toBe(email)
    for (const { code, secret } of victims) {
      expect(JSON.stringify(sent), name).not.toContain(code)
      expect(JSON.stringify(sent), name).not.toContain(secret)
    }
    expect(new Set(linksIn(sent?.html)), name).toEqual(new Set([notice?.linkTokenId]))
    expect(linksIn(sent?.text), name).toEqual([notice?.linkTokenId])
  }
})

test('a secret that is not its reader’s is never put in, whatever is kept', async () => {
  const { db, parts, resend, within, secretsOf, noticesTo } = await stage()
  const plan = await makePlan(db)
  const { codeId, tokenId } = await secretsOf(plan)
  await runCommand(parts, inviteParticipant, {
    actor: plan.champion,
    scopeId: plan.planId,
    input: { name: 'Ines Roth', email: 'ines@halden.example', role: 'viewer' },
  })
  const [notice] = await noticesTo(plan, 'ines@halden.example')
  for (const secret of [{ code: codeId }, { link: tokenId, next: null }]) {
    const message = JSON.stringify({
      from: 'a@example.com',
      replyTo: null,
      subject: 'Read this',
      html: [secret],
      text: [secret],
    })
    await within(plan, (trx) =>
      trx
        .updateTable('notice')
        .set({ message })
        .where('id', '=', notice?.id ?? '')
        .execute(),
    )
    await expect(sendNotice(parts, plan.workspaceId, notice?.id ?? '')).rejects.toThrow(
      'not one of this email’s reader',
    )
  }
  expect(resend.attempts).toEqual([])
})

test('a day’s email with several plans has a link to each, keeps none of them, and is the same at every attempt', async () => {
  const { db, parts, resend, within } = await stage()
  const plan = await makePlan(db)
  const { workspaceId, champion } = plan
  const daily = {
    workspace: 'Brightline',
    name: champion.name,
    on: '2026-06-17',
    told: [],
    plans: [
      { planId: plan.planId, project: 'One', other: 'Brightline', waiting: [], news: ['Moved.'] },
      { planId: newId(), project: 'A plan of somebody else', other: 'Brightline', waiting: [], news: ['Secret.'] },
    ],
  }
  const noticeId = newId()
  await within(plan, (trx) =>
    trx
      .insertInto('notice')
      .values({
        ...{ workspaceId, id: noticeId, kind: 'daily', planId: null, participantId: champion.id, daily: false },
        ...{
          toAddress: 'champion@halden.example',
          facts: JSON.stringify(daily),
          path: '/',
          createdAt: parts.clock.now(),
        },
      })
      .execute(),
  )
  resend.refuse(2)
  for (const _ of [1, 2]) await expect(sendNotice(parts, workspaceId, noticeId)).rejects.toThrow('Not now')
  await sendNotice(parts, workspaceId, noticeId)
  const [first, second, third] = resend.attempts
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect(new Set(linksIn(first?.html)).size, 'one plan of theirs, one link').toBe(1)
  expect(JSON.stringify(first), 'a plan that they do not take part in').not.toContain('Secret.')
  const kept = await within(plan, (trx) =>
    trx.selectFrom('notice').selectAll().where('id', '=', noticeId).executeTakeFirstOrThrow(),
  )
  const [, secret] = /\/link\/[^.]+\.[^.]+\.([\w-]{43})/.exec(first?.text ?? '') ?? []
  expect(secret).toBeDefined()
  expect(JSON.stringify(kept)).not.toContain(secret)
})

test('what waited when messages began to keep their secrets apart is sent all the same', async () => {
  const { db, ownerUrl, parts, resend, within, secretsOf, noticesTo } = await stage()
  const plan = await makePlan(db)
  const { workspaceId, champion } = plan
  const { codeId, tokenId, code, secret } = await secretsOf(plan)
  const [ofCode] = await noticesTo(plan, 'champion@halden.example')
  const noticeId = newId()
  const facts = {
    ...{ workspace: 'Brightline', name: champion.name, on: '2026-06-17', told: [] },
    plans: [
      { project: 'One', other: 'Brightline', waiting: [], news: ['Moved.'], link: `https://link.invalid/${tokenId}` },
    ],
  }
  await within(plan, async (trx) => {
    const old = { workspace: 'Brightline', name: champion.name, code: `code-of-${codeId}`, works: '10 minutes' }
    const message = { subject: 'Yours', html: `code-of-${codeId}`, text: `code-of-${codeId}` }
    await trx
      .updateTable('notice')
      .set({ facts: JSON.stringify(old), message: JSON.stringify(message), firstTriedAt: parts.clock.now() })
      .where('id', '=', ofCode?.id ?? '')
      .execute()
    await trx
      .insertInto('notice')
      .values({
        ...{ workspaceId, id: noticeId, kind: 'daily', planId: null, participantId: champion.id, daily: false },
        ...{
          toAddress: 'champion@halden.example',
          facts: JSON.stringify(facts),
          path: '/',
          createdAt: parts.clock.now(),
        },
      })
      .execute()
  })
  const owner = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl }) }),
  })
  try {
    await keepMessagesApart(owner)
  } finally {
    await owner.destroy()
  }
  await sendNotice(parts, workspaceId, ofCode?.id ?? '')
  expect(lastOf(resend)?.text).toContain(code)
  await sendNotice(parts, workspaceId, noticeId)
  expect(lastOf(resend)?.text).toContain('Moved.')
  expect(linksIn(lastOf(resend)?.text)).toHaveLength(1)
  expect(lastOf(resend)?.text, 'a link of its own').not.toContain(secret)
})
