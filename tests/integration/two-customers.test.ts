import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { changeSituation } from '#app/value/situation/change-situation.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { startMailbox } from '#tests/factories/mailbox.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type ParticipantActor, haldenPlan, makeAccount, makeMember, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** A consultant who leads the plan of a second customer of the same vendor, where they are called by another name. */
async function stage() {
  const { db, appUrl } = await testDatabase()
  const mailbox = await startMailbox()
  const bare = await testParts(db, appUrl)
  const parts = { ...bare, environment: { ...bare.environment, resendBaseUrl: mailbox.baseUrl } }
  const plan = await makePlan(db)
  const { workspaceId, lead, contributor } = plan
  await makeMember(db, workspaceId, { name: 'Mia Funk', roles: ['marketing'] })
  const accountId = await makeAccount(db, workspaceId, 'Ostrava Steel')
  const { planId } = await inWorkspace(db, workspaceId, (trx) =>
    insertPlan(trx, haldenPlan({ workspaceId, accountId, leadId: lead.id }), parts.clock.now()),
  )
  const { email, name } = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('participant').select(['email', 'name']).where('id', '=', contributor.id).executeTakeFirstOrThrow(),
  )
  const invite = (actor: typeof lead | ParticipantActor, who: { name: string; email: string }, role: string) =>
    runCommand(parts, inviteParticipant, { actor, scopeId: planId, input: { ...who, role, personalLine: '' } })
  await invite(lead, { name: 'Consultant', email }, 'champion')
  const consultant: ParticipantActor = { ...contributor, name: 'Consultant' }
  const emailOf = async (kind: string) => {
    const { id, facts } = await inWorkspace(db, workspaceId, (trx) =>
      trx
        .selectFrom('notice')
        .select(['id', 'facts'])
        .where('kind', '=', kind)
        .where('planId', '=', planId)
        .where('toAddress', '<>', email)
        .executeTakeFirstOrThrow(),
    )
    await sendNotice(parts, workspaceId, id)
    const sent = (await mailbox.list()).find(({ idempotencyKey }) => idempotencyKey === id)
    return { facts: JSON.stringify(facts), from: sent?.from ?? '', text: sent?.text ?? '' }
  }
  return { parts, plan, planId, consultant, name, invite, emailOf }
}

/** Says on a plan what their title there is. */
async function sayTitle(it: Awaited<ReturnType<typeof stage>>, planId: string, jobTitle: string) {
  const { parts, plan, consultant } = it
  const sheet = { jobTitle, issue: 'Slow.', reasons: '', capabilities: '', difference: '', criticalDate: '' }
  const { result } = await runCommand(parts, saveSituation, {
    actor: plan.lead,
    scopeId: planId,
    input: { ...sheet, personId: consultant.id },
  })
  const about = { actor: plan.lead, scopeId: planId, input: result }
  await runCommand(parts, shareSituation, about)
  await runCommand(parts, changeSituation, { ...about, actor: consultant, input: { ...sheet, ...result } })
}

test('who takes part in plans of two customers is named to each as it knows them, without a word of the other', async () => {
  const it = await stage()
  await sayTitle(it, it.plan.planId, 'Interim head of treasury')
  await it.invite(it.consultant, { name: 'Jana Kral', email: 'jana.kral@ostrava.example' }, 'contributor')
  await runCommand(it.parts, confirmFirstWin, {
    actor: it.consultant,
    scopeId: it.planId,
    input: { winVersion: 1, measuredValue: '1' },
  })
  for (const kind of ['invitation', 'win-confirmed', 'reference-ready']) {
    const { facts, from, text } = await it.emailOf(kind)
    expect(from, kind).toBe('"Consultant, Ostrava Steel (via Firstwin)" <plans@example.com>')
    for (const said of [facts, text]) {
      expect(said, kind).toContain('Consultant')
      for (const other of [it.name, 'Halden Foods', 'treasury']) expect(said, `${kind}: ${other}`).not.toContain(other)
    }
  }
})

test('what they are at the second customer does not become their title at the first', async () => {
  const it = await stage()
  await sayTitle(it, it.planId, 'Restructuring officer')
  const { plan } = it
  await runCommand(it.parts, confirmFirstWin, {
    actor: plan.champion,
    scopeId: plan.planId,
    input: { winVersion: 1, measuredValue: '1' },
  })
  const { jobTitle } = await inWorkspace(it.parts.db, plan.workspaceId, (trx) =>
    trx.selectFrom('participant').select('jobTitle').where('id', '=', it.consultant.id).executeTakeFirstOrThrow(),
  )
  expect(jobTitle).toBeNull()
})
