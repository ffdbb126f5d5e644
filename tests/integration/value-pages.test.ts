import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import * as referencePage from '#app/references/consent/reference.page.tsx'
import * as referencesPage from '#app/references/board/references.page.tsx'
import * as situationPage from '#app/value/situation/situation.page.tsx'
import * as situationsPage from '#app/value/situation/situations.page.tsx'
import * as winPage from '#app/value/win/win.page.tsx'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type MemberActor, type ParticipantActor, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

type Person = MemberActor | ParticipantActor

async function begin() {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const context = loadContext(parts)
  const cookieOf = async (person: Person) => {
    const owner = person.kind === 'member' ? { memberId: person.id } : { participantId: person.id }
    const header = await inWorkspace(db, plan.workspaceId, (trx) =>
      beginSession(parts, trx, plan.workspaceId, owner, null),
    )
    return header.split(';')[0] ?? ''
  }
  const asked = async (person: Person, path: string, more: Record<string, string> = {}, body?: URLSearchParams) => ({
    request: new Request(new URL(path, parts.environment.appUrl), {
      headers: { cookie: await cookieOf(person) },
      ...(body ? { method: 'POST', body } : {}),
    }),
    params: { planId: plan.planId, ...more },
    context,
  })
  const posted = (person: Person, path: string, fields: Record<string, string>, more?: Record<string, string>) =>
    asked(person, path, more, new URLSearchParams({ idempotencyKey: newId(), ...fields }))
  return { plan, asked, posted, at: `/plans/${plan.planId}` }
}

/** What a page threw or answered, as its status and where it goes. */
async function outcome(work: Promise<unknown>) {
  const answer: unknown = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('location') }
  if (answer instanceof Error) throw answer
  return { status: (answer as { init: { status: number } }).init.status, to: null }
}

test('a member sees who may record the result, and is refused who tries', async () => {
  const { plan, asked, posted, at } = await begin()
  expect(await winPage.loader(await asked(plan.lead, `${at}/win`))).toMatchObject({
    init: { status: 403 },
    data: { may: null, win: { confirmers: ['Priya Raman'] } },
  })
  const attempt = winPage.action(
    await posted(plan.lead, `${at}/win`, { intent: 'confirm-first-win', measuredValue: '1' }),
  )
  expect(await outcome(attempt)).toEqual({ status: 403, to: null })
})

test('the champion reads what will be said, is asked once more about a worse value, and comes back to the plan', async () => {
  const { plan, asked, posted, at } = await begin()
  const send = async (fields: Record<string, string>) =>
    outcome(winPage.action(await posted(plan.champion, `${at}/win`, { intent: 'confirm-first-win', ...fields })))
  expect(await outcome(referencePage.loader(await asked(plan.champion, `${at}/reference`)))).toMatchObject({
    status: 404,
  })
  expect(await send({ measuredValue: '' })).toMatchObject({ status: 422 })
  const shown = async (fields: Record<string, string>) =>
    winPage.action(await posted(plan.champion, `${at}/win`, { intent: 'confirm-first-win', ...fields }))
  expect(await shown({ measuredValue: '40' })).toMatchObject({ data: { status: 'previewed', shown: { value: 40 } } })
  const worse = { winVersion: '1', measuredValue: '40', checked: '40' }
  expect(await shown(worse)).toMatchObject({
    data: { faults: [{ field: 'confirmWorse' }, { field: 'statement' }] },
    init: { status: 422 },
  })
  expect(await shown({ ...worse, measuredValue: '1' }), 'other than what was looked at').toMatchObject({
    data: { status: 'previewed', shown: { value: 1 } },
  })
  const met = { winVersion: '1', measuredValue: '1', checked: '1' }
  expect(await send(met)).toEqual({ status: 303, to: at })
  expect(await send(met)).toMatchObject({ status: 409 })
  expect(await winPage.loader(await asked(plan.champion, `${at}/win`))).toMatchObject({
    init: { status: 200 },
    data: { may: 'correct', measured: 1 },
  })

  const consent = await posted(plan.champion, `${at}/reference`, {
    intent: 'give-consent',
    winVersion: '2',
    kinds: 'call',
  })
  expect(await outcome(referencePage.action(consent))).toEqual({ status: 303, to: at })
  expect(await referencesPage.loader(await asked(plan.outsider, '/references'))).toMatchObject({
    list: { rows: [{ answer: 'agreed', kinds: ['call'] }] },
  })
  expect(await outcome(referencePage.loader(await asked(plan.viewer, `${at}/reference`)))).toMatchObject({
    status: 403,
  })
})

test('marketing’s board is the vendor’s alone', async () => {
  const { plan, asked } = await begin()
  expect(await outcome(referencesPage.loader(await asked(plan.champion, '/references')))).toMatchObject({ status: 403 })
})

test('a situation is written, shared and corrected by plain posts', async () => {
  const { plan, asked, posted, at } = await begin()
  const fields = { personId: plan.contributor.id, jobTitle: 'Controller', issue: 'Late books', criticalDate: '' }
  const here = `${at}/situations`
  const written = await posted(
    plan.lead,
    `${here}/new`,
    { intent: 'save-situation', ...fields },
    { situationId: 'new' },
  )
  expect(await outcome(situationPage.action(written))).toEqual({ status: 303, to: here })
  const { rows } = await situationsPage.loader(await asked(plan.lead, here))
  const situationId = rows[0]?.id ?? ''
  const own = { situationId }
  expect(await outcome(situationPage.loader(await asked(plan.contributor, here, own)))).toMatchObject({ status: 404 })
  expect(
    await outcome(situationPage.loader(await asked(plan.contributor, here, { situationId: 'new' }))),
  ).toMatchObject({
    status: 404,
  })
  const shared = await posted(plan.lead, here, { intent: 'share-situation', situationId })
  expect(await outcome(situationsPage.action(shared))).toEqual({ status: 303, to: here })
  const situation = await situationPage.loader(await asked(plan.contributor, here, own))
  expect(situation).toMatchObject({ writer: 'customer', values: { issue: 'Late books', criticalDate: '2026-09-15' } })
  const change = { intent: 'change-situation', jobTitle: 'Controller', issue: 'Very late books', criticalDate: '' }
  const changed = await posted(plan.contributor, `${here}/${situationId}`, change, own)
  expect(await outcome(situationPage.action(changed))).toEqual({ status: 303, to: at })
  expect(await situationPage.loader(await asked(plan.champion, here, own))).toMatchObject({
    writer: null,
    situation: { issue: 'Very late books', confirmedOn: '2026-06-17' },
  })
})
