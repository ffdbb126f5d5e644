import { sql } from 'kysely'
import type { Database } from '#db/connection.ts'
import { acceptCapability } from '#app/handoff/sold/accept-capability.server.ts'
import { addCapability } from '#app/handoff/sold/add-capability.server.ts'
import { deliverCapability } from '#app/handoff/sold/deliver-capability.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { rememberDevice } from '#app/access/sign-in/known-device.server.ts'
import { checkChain } from '#app/access/security-log/check-chain.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { issueLink } from '#app/outbox/link-token.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { checkCalendar } from '#app/plan/calendar/check-calendar.server.ts'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmSituation } from '#app/value/situation/confirm-situation.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { erasePerson } from '#app/workspace/erasure/erase-person.server.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { makePlanWithSignIn } from './plan-with-sign-in.ts'
import { startLocalResend } from './resend.ts'
import { type MemberActor, type ParticipantActor, makeMember } from './workspace.ts'

/** A name that HTML, JSON and regular expressions each escape differently. */
export const zoe = { name: "Zoë O'Quist (“Zo”) Jr.", email: 'zoe.quist+work@halden.example' }

/** A workspace with an admin, a mail service, and the means to erase someone and to look for what is left. */
export async function erasing() {
  const it = await makePlanWithSignIn()
  const { ownerDb } = await testDatabase()
  const resend = await startLocalResend()
  const parts = { ...it.parts, environment: { ...it.parts.environment, resendBaseUrl: resend.baseUrl } }
  const { plan, workspaceId } = it
  const admin = await makeMember(it.db, workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const erase = (
    personId: string,
    confirmation: string,
    actor: MemberActor = { ...admin, signedInAt: parts.clock.now() },
  ) => runCommand(parts, erasePerson, { actor, scopeId: workspaceId, input: { personId, confirmation } })
  /** Sends everything that waits to be sent, as the worker would. */
  const sendAll = async () => {
    const waiting = await it.within((trx) =>
      trx.selectFrom('notice').select('id').where('state', '=', 'waiting').where('daily', '=', false).execute(),
    )
    for (const { id } of waiting) await sendNotice(parts, workspaceId, id)
  }
  const order = (actor: ParticipantActor | typeof plan.lead) => ({ actor, scopeId: plan.planId })
  return {
    ...it,
    ...{ parts, ownerDb, resend, admin, erase, sendAll, order },
    check: () => checkChain(parts, workspaceId),
    holds: (needles: readonly string[]) => holdersOf(ownerDb, workspaceId, needles),
  }
}

export type Erasing = Awaited<ReturnType<typeof erasing>>

/** A participant who has used every part: invited, signed in, with tasks, a situation and emails. */
export async function takesPart(it: Erasing, person = zoe): Promise<ParticipantActor> {
  const { parts, plan, workspaceId, order } = it
  await runCommand(parts, inviteParticipant, { ...order(plan.champion), input: { ...person, role: 'contributor' } })
  const { id } = await it.within((trx) =>
    trx.selectFrom('participant').select('id').where('email', '=', person.email).executeTakeFirstOrThrow(),
  )
  const actor: ParticipantActor = { kind: 'participant', workspaceId, id, name: person.name }
  await it.within(async (trx) => {
    await beginSession(parts, trx, workspaceId, { participantId: id }, { name: 'Kestrel Browser' })
    await rememberDevice(parts, trx, workspaceId, { participantId: id })
    await issueLink(
      parts.environment,
      trx,
      workspaceId,
      { kind: 'return', planId: plan.planId, participantId: id },
      parts.clock.now(),
    )
    await trx.updateTable('participant').set({ jobTitle: 'Kestrel lead' }).where('id', '=', id).execute()
  })
  await it.press(await it.linkFor('sign-in', { participantId: id }, null))
  const { taskIds, milestoneIds } = plan
  const task = { side: 'customer', durationDays: '2', milestoneId: milestoneIds[1] ?? '' }
  const owner = `participant:${id}`
  await runCommand(parts, addTask, {
    ...order(plan.lead),
    input: { ...task, title: `Review by ${person.name.toUpperCase()}`, owner },
  })
  const need = { need: `What ${person.name} needs`, why: `Ask ${person.email}.`, askerId: actor.id }
  const { result: sold } = await runCommand(parts, addCapability, { ...order(plan.lead), input: need })
  await runCommand(parts, deliverCapability, { ...order(plan.lead), input: sold })
  await runCommand(parts, acceptCapability, { ...order(actor), input: sold })
  await runCommand(parts, editTask, { ...order(plan.lead), input: { taskId: taskIds['legal'], owner } })
  await runCommand(parts, completeTask, { ...order(actor), input: { taskId: taskIds['scope'] } })
  await it.within((trx) =>
    trx.updateTable('plan').set({ calendarFrom: 'workspace' }).where('id', '=', plan.planId).execute(),
  )
  const sent = { taskId: taskIds['scope'], reason: `Please ask ${person.email}.` }
  await runCommand(parts, sendBackTask, { ...order(actor), input: sent, idempotencyKey: 'a-form-of-theirs' })
  await runCommand(parts, checkCalendar, { ...order(actor), input: {} })
  const heard = {
    jobTitle: 'Kestrel of finance',
    issue: 'Kestrel issue',
    reasons: 'Kestrel reasons',
    figures: JSON.stringify([{ amount: 7, unit: 'hours', source: 'Kestrel sheets' }]),
    capabilities: '',
    difference: '',
  }
  const { situationId } = await runCommand(parts, saveSituation, {
    ...order(plan.lead),
    input: { personId: id, ...heard },
  }).then(({ result }) => result as { situationId: string })
  await runCommand(parts, shareSituation, { ...order(plan.lead), input: { situationId } })
  await runCommand(parts, confirmSituation, { ...order(actor), input: { situationId, ...heard } })
  await it.sendAll()
  // The next daily email is queued.
  parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(parts, workspaceId)
  return actor
}

/**
 * Every column of every table that holds one of the texts, in any case: of the workspace where a table has one, else of the whole
 * installation.
 */
async function holdersOf(db: Database, workspaceId: string, needles: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ schema: string; table: string; column: string; ours: boolean }>`
    select n.nspname as schema, c.relname as table, a.attname as column, exists (
      select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id') as ours
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      and t.typname in ('text', 'varchar', 'json', 'jsonb', '_text', 'citext')`.execute(db)
  const found: string[] = []
  for (const { schema, table, column, ours } of columns) {
    const { rows } = await sql<{ value: string }>`
      select ${sql.ref(column)}::text as value from ${sql.table(`${schema}.${table}`)}
      ${ours ? sql`where workspace_id = ${workspaceId}` : sql``}`.execute(db)
    for (const { value } of rows) {
      const text = value?.toLowerCase() ?? ''
      const plain = text.replaceAll('\\"', '"').replaceAll('&#x27;', "'").replaceAll('\\\\', '\\')
      for (const needle of needles)
        if (text.includes(needle.toLowerCase()) || plain.includes(needle.toLowerCase()))
          found.push(`${schema}.${table}.${column}: ${needle}`)
    }
  }
  return [...new Set(found)].sort()
}
