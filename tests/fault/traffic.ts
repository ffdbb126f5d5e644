import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#app/kit/ids.ts'
import { readTold } from '#app/ui/told-change.ts'
import { listen } from '#tests/reach/client.ts'
import type { SamplePlan } from '#tests/factories/workspace.ts'

/** A plan, and the cookie of someone who may change it. */
export type OpenPlan = { plan: Pick<SamplePlan, 'workspaceId' | 'planId'>; cookie: string }

/** A requested change, and whether the app confirmed it. */
export type Change = { kind: 'milestone' | 'invitation'; plan: OpenPlan['plan']; name: string; isConfirmed: boolean }

/** A plan allows at most 50 milestones, and 40 invitations an hour. */
const mostOnPlan = 30

/**
 * People who work without pause, each at one of the processes: one milestone after another, and some invitations. An
 * unconfirmed change is sent again with the same key, to any process, until it is confirmed.
 */
export function startWriters(addresses: () => string[], plans: readonly OpenPlan[], many: number) {
  const changes: Change[] = []
  const refused: string[] = []
  const delayed: string[] = []
  let isOver = false
  const post = async ({ plan, cookie }: OpenPlan, path: string, form: Record<string, string>) => {
    const choices = addresses()
    const base = choices[Math.floor(Math.random() * choices.length)] ?? ''
    const answer = await fetch(new URL(`/plans/${plan.planId}/${path}`, base), {
      method: 'POST',
      headers: { cookie, accept: 'text/html' },
      body: new URLSearchParams(form),
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    })
    await answer.arrayBuffer()
    return answer.status
  }
  const make = async (open: OpenPlan, kind: Change['kind'], name: string) => {
    const change: Change = { kind, plan: open.plan, name, isConfirmed: false }
    changes.push(change)
    const idempotencyKey = newId()
    const [path, form] =
      kind === 'milestone'
        ? ['milestones/new', { intent: 'add-milestone', title: name, stage: 'Rollout', idempotencyKey }]
        : ['invite', { intent: 'invite-participant', name: 'Ines Roth', email: name, role: 'viewer', idempotencyKey }]
    while (!isOver && !change.isConfirmed) {
      const status = await post(open, path, form as Record<string, string>).catch(() => 0)
      if (status === 303) change.isConfirmed = true
      else (status === 0 || status === 503 ? delayed : refused).push(`${kind} ${name}: ${status}`)
      if (status !== 303) await pause(300)
    }
  }
  const work = async (writer: number) => {
    const own = plans.filter((_, n) => n % many === writer)
    for (let turn = 0; !isOver && turn < own.length * mostOnPlan; turn++) {
      const open = own[turn % own.length]
      if (!open) return
      await make(open, 'milestone', `Change ${writer}-${turn}`)
      if (turn % 5 === 0) await make(open, 'invitation', `writer.${writer}.${turn}@halden.example`)
      await pause(150)
    }
  }
  const working = Promise.all(Array.from({ length: many }, (_, writer) => work(writer)))
  return {
    changes,
    /** Answers that are neither a success nor "try again": never allowed. */
    refused,
    /** Answers that said "try again", or were missing: allowed in a fault. */
    delayed,
    async end() {
      isOver = true
      await working
    },
  }
}

/** A page that follows its plan and reconnects when its stream ends. */
export function followPlan(address: () => string, { plan, cookie }: OpenPlan) {
  let isOver = false
  let current: ReturnType<typeof listen> | undefined
  let latest = 0
  const following = (async () => {
    while (!isOver) {
      const stream = listen(new URL(`/plans/${plan.planId}/events`, address()), { cookie })
      current = stream
      const ended = stream.ended.then(() => true)
      while (!(await Promise.race([ended, pause(100, false)])))
        for (const [, told = ''] of stream.heard().matchAll(/^data: (\d.*)$/gm))
          latest = Math.max(latest, readTold(told).number)
      await pause(300)
    }
  })()
  return {
    plan,
    latest: () => latest,
    async end() {
      isOver = true
      await current?.end()
      await following
    },
  }
}
