import { expect, test } from 'vitest'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import type { PersonActor, Standing } from '#app/policy/policy.ts'
import { allReferences } from '#app/references/board/board-filter.ts'
import { boardFile } from '#app/references/board/board-file.ts'
import { getReferencesFile, getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { readLibraryFilter } from '#app/references/library/library-filter.ts'
import { getLibraryPage } from '#app/references/library/library-queries.server.ts'
import { getLibraryEntry } from '#app/references/library/request-queries.server.ts'
import { answerPiece } from '#app/references/pieces/answer-piece.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { getReferenceUse } from '#app/references/overview/reference-use-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { getPersonCopy } from '#app/workspace/personal-data/get-person-copy.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed, ask, consent, order } from '#tests/factories/call-setting.ts'
import type { Setting } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const given = 'Kestrel words of the champion.'
const changed = 'Kestrel words, changed.'
const filter = readLibraryFilter(new URLSearchParams())

/** Where the words of a quote can be read by others than the person who said them, with what is there. */
async function readEverywhere(it: Setting): Promise<Record<string, string>> {
  const { parts, lead, planId, workspaceId } = it
  const activityOf = (actor: PersonActor, ...standings: Standing[]) =>
    getActivity(parts, { actor, standings: new Set(standings) }, planId)
  const places = {
    board: await getReferencesPage(parts, lead),
    'the board’s file': boardFile(await getReferencesFile(parts, lead, allReferences)),
    library: await getLibraryPage(parts, lead, { filter, page: 1 }),
    'its entry': await getLibraryEntry(parts, lead, planId).catch(() => null),
    'its page, for sales': await getReferenceUse(parts, lead, planId, { mayWrite: false }),
    'its page, for marketing': await getReferenceUse(parts, lead, planId, { mayWrite: true }),
    'the activity of members': await activityOf(lead, 'member', 'lead'),
    'the activity of the customer': await activityOf(it.contributor, 'contributor'),
    'its champion’s copy, for the vendor': await getPersonCopy(parts, {
      ...{ workspaceId, personId: it.champion.id, reader: 'vendor' },
    }),
    'kept emails': await inWorkspace(parts.db, workspaceId, (trx) =>
      trx.selectFrom('notice').select(['kind', 'facts', 'message']).execute(),
    ),
    'a member’s copy': await getPersonCopy(parts, { workspaceId, personId: lead.id, reader: 'vendor' }),
  }
  return Object.fromEntries(Object.entries(places).map(([place, shown]) => [place, JSON.stringify(shown)]))
}

test('the words of a quote are read where it is used, and nowhere once the consent is withdrawn', async () => {
  const it = await agreed({ quoteText: given })
  // A request keeps the entry of the library after the consent.
  await ask(it)
  const before = await readEverywhere(it)
  for (const place of ['board', 'the board’s file', 'library', 'its entry', 'its page, for sales'])
    expect(before[place], place).toContain(given)
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, quoteText: changed }))
  expect((await readEverywhere(it))['library']).toContain(changed)
  await runCommand(it.parts, answerReference, order(it, it.champion, { answer: 'no' }))
  for (const [place, text] of Object.entries(await readEverywhere(it))) expect(text, place).not.toContain('Kestrel')
})

test('nor are those of a quote that marketing wrote and the champion approved, sent back or replaced', async () => {
  const it = await agreed({ quoteText: 'One day!' })
  const marketing = await makeMember(it.parts.db, it.workspaceId, { name: 'Mia Torres', roles: ['marketing'] })
  const written: [text: string, answer: object][] = [
    ['Kestrel, the first.', { answer: 'approve' }],
    ['Kestrel, the second.', { answer: 'return', reason: 'Too long.' }],
    ['Kestrel, the third.', { answer: 'approve' }],
  ]
  for (const [index, [text, answer]] of written.entries()) {
    it.parts.clock.set(`2026-06-17T1${index}:00:00Z`)
    await runCommand(it.parts, sendPiece, order(it, marketing, { kind: 'quote', text }))
    const version = String(index + 1)
    await runCommand(it.parts, answerPiece, order(it, it.champion, { kind: 'quote', version, ...answer }))
  }
  const before = await readEverywhere(it)
  for (const place of ['library', 'its page, for marketing', 'its champion’s copy, for the vendor'])
    expect(before[place], place).toContain('Kestrel, the third.')
  await runCommand(it.parts, answerReference, order(it, it.champion, { answer: 'no' }))
  for (const [place, text] of Object.entries(await readEverywhere(it))) expect(text, place).not.toContain('Kestrel')
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, quoteText: 'Two days!' }))
  for (const [place, text] of Object.entries(await readEverywhere(it))) expect(text, place).not.toContain('Kestrel')
  const begins = { ...order(it, marketing, { kind: 'quote', text: 'Two days, not one.' }), seen: { text: '' } }
  await runCommand(it.parts, sendPiece, begins)
})
