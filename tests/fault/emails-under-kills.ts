import { strict as assert } from 'node:assert'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { defineCommand } from '#app/runner/command.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { makeParts } from '#app/server/make-parts.server.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { seededRandom } from '#tests/harness/seeded-random.ts'
import { withClient } from '#tests/harness/template.ts'
import { until } from './app-processes.ts'
import { startFaultyResend } from './faulty-resend.ts'
import { startWorkerProcess } from './worker-process.ts'

type Options = {
  /** The database, for the app, and as a role that bypasses row-level security. */
  appUrl: string
  adminUrl: string
  notices: number
  kills: number
  /** How many emails the account may send within any second. */
  perSecond: number
  /** How many may arrive in a later second than they were sent in: a busy machine holds up those that are on their way, eight at most. */
  late: number
  seed: number
  lost: 'hangs' | 'breaks'
  /** Seconds between two kills. */
  between: { least: number; most: number }
}

/** People invited by one change; a plan has room for some of these. */
const together = 20
const changesOnPlan = 9

/** Does all that an invitation does, its emails included, and then fails. */
const failingInvitation = defineCommand({
  ...inviteParticipant,
  async run(context, touched) {
    await inviteParticipant.run(context, touched)
    throw new Error('It is rolled back.')
  },
})

/**
 * Changes that write emails, and some that are rolled back, while two worker processes are killed at random moments and started again, and the mail
 * service fails at random. Afterwards every email of a change was accepted once, none of a change that was rolled back, and the account’s limit was
 * kept. Waiting jobs are moved forward at the end, which saves minutes and changes nothing else.
 * @throws AssertionError where one is lost or doubled
 */
export async function sendUnderKills(options: Options) {
  const { appUrl, adminUrl, notices, kills, perSecond, late, seed, lost, between } = options
  const began = performance.now()
  const random = seededRandom(seed)
  const resend = await startFaultyResend({ random: seededRandom(seed + 1), perSecond, lost })
  const variables = {
    DATABASE_URL: appUrl,
    RESEND_API_KEY: 're_fault',
    RESEND_PER_SECOND: String(perSecond),
    RESEND_BASE_URL: resend.baseUrl,
    APP_URL: 'http://127.0.0.1:3000',
    LINK_SECRET: 'a secret for faults, long enough to be one',
    EMAIL_FROM: 'Firstwin <plans@example.com>',
  }
  const { parts, close } = await makeParts(readEnvironment(variables), createLog({ level: 'silent' }))
  const logFile = join(mkdtempSync(join(tmpdir(), 'firstwin-fault-')), 'worker.log')
  const workers = [startWorkerProcess(variables, logFile), startWorkerProcess(variables, logFile)]
  const ask = <Row extends object>(text: string) =>
    withClient(adminUrl, async (client) => (await client.query<Row>(text)).rows)
  try {
    const changes = changesOf(parts, notices)
    for (let kill = 0; kill < kills; kill++) {
      for (let written = 0; written < notices / kills; written += together) await changes.next()
      const wait = between.least + random() * (between.most - between.least)
      await pause(wait * 1000)
      await workers[Math.floor(random() * workers.length)]?.killAndRestart()
    }
    const { kept, rolledBack } = await changes.rest()
    await until(
      async () => {
        await ask(`update pgboss.job set start_after = now() where name = 'send-notice' and state = 'retry'`)
        return (await ask(`select 1 from notice where state = 'waiting' and not daily limit 1`)).length === 0
      },
      600,
      `all emails have left (see ${logFile})`,
    )
    const states = await ask<{ id: string; state: string }>(`select id, state from notice where kind = 'invitation'`)
    const accepted = [...resend.accepted()]
    const received = accepted.flatMap(([, { to }]) => to)
    const sentTo = new Map(Map.groupBy(received, (address) => address))
    assert.deepEqual(resend.faults, [])
    for (const address of kept) assert.equal(sentTo.get(address)?.length, 1, `emails to ${address}`)
    for (const address of rolledBack) assert.equal(sentTo.get(address), undefined, `an email to ${address}`)
    assert.deepEqual(new Set(states.map(({ state }) => state)), new Set(['sent']))
    for (const { id } of states) assert.ok(resend.accepted().has(id), `the email ${id} is marked as sent`)
    assert.equal(states.length, kept.length)
    const { mostInOneSecond } = resend.counts
    assert.ok(mostInOneSecond <= perSecond + late, `${mostInOneSecond} in one second of ${perSecond} allowed`)
    return {
      sent: kept.length,
      rolledBack: rolledBack.length,
      seconds: (performance.now() - began) / 1000,
      ...resend.counts,
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()))
    await close()
    await resend.close()
  }
}

/** Invites so many people, some at a time on ever new plans; after every second change comes one that is rolled back. */
function changesOf(parts: Parts, notices: number) {
  const kept: string[] = []
  const rolledBack: string[] = []
  let changes = 0
  let plan: Promise<SamplePlan> | undefined
  const addresses = (what: string, many: number) =>
    Array.from({ length: many }, (_, n) => `${what}.${changes}.${n}@halden.example`)
  const invite = async (command: typeof inviteParticipant, people: string[]) => {
    const { lead, planId } = await (plan ??= makePlan(parts.db))
    const input = { name: 'Ines Roth', email: people.join(', '), role: 'viewer' }
    await runCommand(parts, command, { actor: lead, scopeId: planId, input })
  }
  const next = async () => {
    const many = Math.min(together, notices - kept.length)
    if (many === 0) return
    if (changes++ % changesOnPlan === 0) plan = undefined
    const people = addresses('told', many)
    await invite(inviteParticipant, people)
    kept.push(...people)
    if (changes % 2 > 0) return
    const others = addresses('rolled.back', 5)
    await assert.rejects(invite(failingInvitation, others), /rolled back/)
    rolledBack.push(...others)
  }
  return {
    next,
    async rest() {
      while (kept.length < notices) await next()
      return { kept, rolledBack }
    },
  }
}
