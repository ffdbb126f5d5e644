import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { getPlanView } from './get-plan-view.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { type Setting, planOf, setUp } from './plan-setting.ts'
import { startLocalResend } from './resend.ts'

/** Someone on a plan. */
export type Person = Extract<Actor, { kind: 'member' | 'participant' }>

/** The plan's page as someone sees it. */
export const view = async (it: Setting, actor: Person) => {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  return getPlanView(it.parts, { actor, standings }, it.planId)
}

/** The lead and the champion, or those named, agree to the plan as it stands. */
export async function agree(it: Setting, people: Person[] = [it.lead, it.champion]) {
  const { termsVersion } = await planOf(it)
  for (const actor of people)
    await runCommand(it.parts, agreePlan, { actor, scopeId: it.planId, input: { termsVersion } })
}

/** A plan that both sides agreed to, a minute ago. */
export async function agreed() {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T10:00:00Z')
  await agree(it)
  it.parts.clock.set('2026-06-17T10:01:00Z')
  return it
}

/** The emails of a day, as the mail service receives them. */
export async function emailsOn(it: Setting, morning: string) {
  const resend = await startLocalResend()
  const parts = { ...it.parts, environment: { ...it.parts.environment, resendBaseUrl: resend.baseUrl } }
  it.parts.clock.set(morning)
  await collectDaily(parts, it.workspaceId)
  const waiting = await inWorkspace(parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select('id').where('kind', '=', 'daily').where('state', '=', 'waiting').execute(),
  )
  for (const { id } of waiting) await sendNotice(parts, it.workspaceId, id)
  return resend.attempts.map(({ to, text }) => ({ to: String(to), text: text.replace(/\s+/g, ' ') }))
}
