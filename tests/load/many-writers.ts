import { strict as assert } from 'node:assert'
import { newId } from '#app/kit/ids.ts'
import { inWorkspace } from '#db/workspace.ts'
import { readWorkspace } from '#db/reading.ts'
import type { SamplePlan } from '#tests/factories/workspace.ts'
import { type Installation, ask, makeCurrentPlan, share } from './installation.ts'

type Crowd = { writers: number; editsOfWriter: number }

export type Written = {
  accepted: number
  /** Refused since someone else had changed the same field. */
  conflicts: number
  /** Answered 503 and sent again. */
  waited: number
  /** The same for pages of another plan. */
  readersRefused: number
  /** Milliseconds that a page of another plan takes, when no one writes and while they all do. */
  quiet: number
  busy: number
}

/**
 * People who edit the titles of the tasks of one plan at once, at all processes. Each reads a title before changing it, and there are as many
 * tasks as people, so an edit is refused only if someone else changed the same task in between. Checks that the log has every accepted edit once, without gaps, and that it leads to what is stored.
 * @throws AssertionError where anything is lost, doubled, or answered in another way
 */
export async function writeTogether(
  { parts, apps, signIn }: Installation,
  { writers, editsOfWriter }: Crowd,
): Promise<Written> {
  const [plan, other] = [await makeCurrentPlan(parts.db, writers), await makeCurrentPlan(parts.db)]
  const { workspaceId, planId } = plan
  const taskIds = Object.values(plan.taskIds)
  const before = await titlesOf(parts, plan)
  const people = [{ memberId: plan.lead.id }, { participantId: plan.champion.id }, { memberId: plan.teammate.id }]
  const cookies = await Promise.all(people.map((person) => signIn(workspaceId, person)))
  const reader = await signIn(other.workspaceId, { memberId: other.lead.id })
  const baseOf = (n: number) => apps[n % apps.length]?.baseUrl ?? ''

  const counts = { conflicts: 0, waited: 0, readersRefused: 0 }
  const readings = async (until: () => boolean) => {
    const waits: number[] = []
    for (let n = 0; !until(); n++) {
      const { status, ms } = await ask(new URL(`/plans/${other.planId}/activity`, baseOf(n)), { cookie: reader })
      if (status === 503) counts.readersRefused++
      else assert.equal(status, 200, 'a page of another plan')
      waits.push(ms)
    }
    return waits
  }
  let left = 60
  await readings(() => left-- === 0)
  left = 60
  const quiet = share(await readings(() => left-- === 0), 0.5)

  const accepted = new Set<string>()
  const write = async (writer: number) => {
    for (let edit = 0; edit < editsOfWriter; edit++) {
      const taskId = taskIds[(writer + edit) % taskIds.length] ?? ''
      const title = `Edit ${edit} of writer ${writer}`
      const seen = (await titlesOf(parts, plan)).get(taskId) ?? ''
      const form = { intent: 'edit-task', taskId, title, 'seen.title': seen, idempotencyKey: newId() }
      const url = new URL(`/plans/${planId}/tasks/${taskId}`, baseOf(writer))
      const cookie = cookies[writer % cookies.length] ?? ''
      let answer = await ask(url, { cookie, form })
      while (answer.status === 503) {
        counts.waited++
        answer = await ask(url, { cookie, form })
      }
      if (answer.status === 303) {
        accepted.add(title)
        continue
      }
      assert.equal(answer.status, 409, answer.body.slice(0, 500))
      assert.match(answer.body, /Title/, 'a conflict names the field')
      counts.conflicts++
    }
  }
  let isOver = false
  const reading = readings(() => isOver)
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer))).finally(() => (isOver = true))
  const busy = share(await reading, 0.5)

  await checkLog(parts, plan, before, accepted)
  return { accepted: accepted.size, ...counts, quiet, busy }
}

const titlesOf = (parts: Installation['parts'], { workspaceId, planId }: SamplePlan): Promise<Map<string, string>> =>
  readWorkspace(parts.db, workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('task')
      .select(['id', 'title'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .execute()
    return new Map(rows.map(({ id, title }) => [id, title]))
  })

/** Goes through the log from the titles before it: each edit follows from the one before, and the last are what is stored. */
async function checkLog(
  parts: Installation['parts'],
  plan: SamplePlan,
  before: ReadonlyMap<string, string>,
  accepted: ReadonlySet<string>,
) {
  const { workspaceId, planId } = plan
  const log = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('activity')
      .select(['number', 'subjectId', 'changes'])
      .where('workspaceId', '=', workspaceId)
      .where('scope', '=', 'plan')
      .where('scopeId', '=', planId)
      .orderBy('number')
      .execute(),
  )
  assert.deepEqual(
    log.map(({ number }) => Number(number)),
    log.map((_, at) => at + 1),
    'the numbers have gaps',
  )
  const replayed = new Map(before)
  const logged: string[] = []
  for (const { subjectId, changes } of log) {
    const { title } = changes as { title?: { before: string; after: string } }
    if (!title || !subjectId) continue
    assert.equal(title.before, replayed.get(subjectId), 'an edit was made of another state than the one before it')
    replayed.set(subjectId, title.after)
    logged.push(title.after)
  }
  assert.deepEqual([...logged].sort(), [...accepted].sort(), 'the log does not have every accepted edit once')
  assert.deepEqual(replayed, await titlesOf(parts, plan), 'what is stored is not what the log leads to')
}
