import type { Actor } from '#app/policy/policy.ts'
import type { Parts } from '#app/kit/parts.ts'
import { todayIn } from '#app/kit/clock.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { startTask } from '#app/plan/task/start-task.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addDays } from '#app/schedule/dates.ts'
import { addComment } from '#app/talk/comments/add-comment.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { confirmSituation } from '#app/value/situation/confirm-situation.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { type SampleMoment, handoffMoments, soldMoments } from './live-handoff.server.ts'
import { type SeededPlan, atNoon } from './seed-plan.server.ts'

/**
 * Does what happened on a plan since it began, by the product's own commands with the clock set back: so states, activity and
 * baselines are what they would be.
 */
export async function livePlan(parts: Parts, plan: SeededPlan): Promise<void> {
  const moments = [
    ...estimating(plan),
    ...agreeing(plan),
    ...bringingForward(parts, plan),
    ...working(plan),
    ...hearing(plan),
    ...talking(parts, plan),
    ...soldMoments(plan),
    ...handoffMoments(parts, plan),
    ...ending(parts, plan),
  ]
  moments.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, run } of moments) await run({ ...parts, clock: { now: () => at } })
}

function working({ planId, taskIds, dated, sample, people, lead }: SeededPlan): SampleMoment[] {
  const helpers = [...people.values()].filter(({ name }) =>
    sample.people.some((it) => it.name === name && it.role !== 'viewer'),
  )
  return [...dated.progress].flatMap(([key, { startedOn, doneOn }], index) => {
    const taskId = taskIds[key] ?? ''
    const actor: Actor = index % 3 === 0 ? lead : (helpers[index % helpers.length] ?? lead)
    if (doneOn)
      return {
        at: atNoon(doneOn, index * 4),
        run: (parts: Parts) => runCommand(parts, completeTask, { actor, scopeId: planId, input: { taskId } }),
      }
    return startedOn
      ? {
          at: atNoon(startedOn, index * 4),
          run: (parts: Parts) => runCommand(parts, startTask, { actor, scopeId: planId, input: { taskId, startedOn } }),
        }
      : []
  })
}

function agreeing({ planId, sample, dated, lead, champion }: SeededPlan): SampleMoment[] {
  const agreedOn = dated.progress.get('scope')?.doneOn
  if (!sample.agreed || !agreedOn) return []
  return [lead, champion].map((actor, index) => ({
    at: atNoon(agreedOn, 90 + index * 25),
    run: (parts: Parts) => runCommand(parts, agreePlan, { actor, scopeId: planId, input: { termsVersion: 1 } }),
  }))
}

/** The lead asks how sure the days are, before the plan is agreed. */
function estimating({ planId, taskIds, sample, dated, lead }: SeededPlan): SampleMoment[] {
  return Object.entries(sample.spreads ?? {}).map(([key, [atBest, atWorst]], index) => ({
    at: atNoon(addDays(dated.startOn, 1), index * 3),
    run: (parts: Parts) =>
      runCommand(parts, editTask, { actor: lead, scopeId: planId, input: { taskId: taskIds[key], atBest, atWorst } }),
  }))
}

function bringingForward(now: Pick<Parts, 'clock'>, { planId, taskIds, sample, champion }: SeededPlan): SampleMoment[] {
  if (!sample.broughtForward) return []
  const { key, inDays } = sample.broughtForward
  const today = todayIn(sample.timeZone, now.clock.now())
  const input = { taskId: taskIds[key], notAfter: addDays(today, inDays) }
  return [
    {
      at: atNoon(addDays(today, -1), 30),
      run: (parts: Parts) => runCommand(parts, editTask, { actor: champion, scopeId: planId, input }),
    },
  ]
}

function hearing({ planId, sample, dated, lead, people }: SeededPlan): SampleMoment[] {
  return (sample.situations ?? []).map(({ state, person, ...sheet }, index) => ({
    at: atNoon(addDays(dated.startOn, 3), 30 + index * 11),
    run: async (parts: Parts) => {
      const participant = people.get(person)
      if (!participant) throw new Error(`${person} takes no part in the sample of ${sample.account}`)
      const scopeId = planId
      const words = { ...sheet, criticalDate: dated.criticalDate }
      const input = { ...words, personId: participant.id }
      const { situationId } = (await runCommand(parts, saveSituation, { actor: lead, scopeId, input })).result
      if (state !== 'draft') await runCommand(parts, shareSituation, { actor: lead, scopeId, input: { situationId } })
      if (state === 'confirmed')
        await runCommand(parts, confirmSituation, { actor: participant, scopeId, input: { situationId, ...words } })
    },
  }))
}

/** What was written in the last days, each as a reply to the one before where it names the same task and is one. */
function talking(now: Pick<Parts, 'clock'>, { planId, taskIds, sample, lead, people }: SeededPlan): SampleMoment[] {
  const today = todayIn(sample.timeZone, now.clock.now())
  let threadId: string | null = null
  return (sample.comments ?? []).map(({ by, daysAgo, task, body, isReply, isInternal }, index) => ({
    at: atNoon(addDays(today, -daysAgo), 45 + index * 7),
    run: async (parts: Parts) => {
      const actor = by === 'lead' ? lead : people.get(by)
      if (!actor) throw new Error(`${by} takes no part in the sample of ${sample.account}`)
      const about = task === undefined ? null : taskIds[task]
      const audience = isInternal ? 'own' : 'both'
      const input = { about, threadId: isReply ? threadId : null, body, audience }
      const { commentId } = (await runCommand(parts, addComment, { actor, scopeId: planId, input })).result
      if (!isReply) threadId = commentId
    },
  }))
}

function ending(now: Pick<Parts, 'clock'>, plan: SeededPlan): SampleMoment[] {
  const { planId, sample, champion, lead } = plan
  const { end } = sample
  if (!end) return []
  const on = addDays(todayIn(sample.timeZone, now.clock.now()), -end.daysAgo)
  const later: SampleMoment[] = sample.archived
    ? [
        {
          at: atNoon(on, 24 * 60),
          run: (parts) => runCommand(parts, archivePlan, { actor: lead, scopeId: planId, input: {} }),
        },
      ]
    : []
  if (end.kind === 'lost') {
    const input = { reason: end.reason, note: end.note }
    return [
      { at: atNoon(on, 60), run: (parts) => runCommand(parts, closePlan, { actor: lead, scopeId: planId, input }) },
      ...later,
    ]
  }
  const answer = (parts: Parts) => {
    const who = { actor: champion, scopeId: planId }
    if (end.reference === 'declined') return runCommand(parts, answerReference, { ...who, input: { answer: 'no' } })
    return runCommand(parts, giveConsent, {
      ...who,
      input: {
        winVersion: 2,
        kinds: end.reference,
        callsPerQuarter: 2,
        quoteText: sample.win.statement,
        note: '',
        until: '',
      },
    })
  }
  return [
    {
      at: atNoon(on, 60),
      run: (parts) =>
        runCommand(parts, confirmFirstWin, {
          actor: champion,
          scopeId: planId,
          input: { winVersion: 1, measuredValue: end.measured },
        }),
    },
    ...(end.reference === 'not asked' ? [] : [{ at: atNoon(on, 95), run: answer }]),
    ...later,
  ]
}
