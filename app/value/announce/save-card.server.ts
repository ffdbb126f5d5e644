import type { z } from 'zod'
import type { CompareContext } from '#app/runner/command.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { labels } from '#app/kit/label-words.ts'
import { cardInput } from '../model.ts'
import { namedPeople } from './build-card.ts'
import { forgetCardLeaver } from './card-leaver.server.ts'
import { findCardMaterial } from './find-card-material.server.ts'
import { cardRefusals } from './card-page-words.ts'
import { keepCard } from './keep-card.server.ts'

/** The card as it stands. @throws Refusal 409 before the win is confirmed */
async function cardNow({
  trx,
  workspaceId,
  row,
}: Pick<CompareContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row'>) {
  const material = await findCardMaterial(trx, { workspaceId, planId: row.id })
  if (!material) throw new Refusal(409, cardRefusals.notConfirmed)
  return { material, headline: material.headline, named: namedPeople(material) }
}

/**
 * Says what a victory card says in the customer's own words, and who it names. Nothing that was confirmed changes.
 * @throws Refusal 409 for words written for another version of the win: they may say what is no longer confirmed; 422 for someone else who took
 * their own name off
 */
export const saveCard = defineCommand({
  name: 'save-card',
  scope: 'plan',
  input: cardInput,
  async current(context: CompareContext<z.infer<typeof cardInput>, 'plan'>) {
    const { headline, named } = await cardNow(context)
    const people = named.map(({ id }) => id).sort()
    return {
      subjectId: context.row.id,
      fields: {
        headline: { label: labels.headline, value: headline },
        people: { label: labels.peopleNamed, value: people },
      },
    }
  },
  async run({ trx, workspaceId, row, input, actor, record }, touched) {
    if (input.winVersion !== row.winVersion) throw new Refusal(409, cardRefusals.corrected)
    const { material, headline, named } = await cardNow({ trx, workspaceId, row })
    // What repeats the confirmed words is no wording of one's own: it follows a correction.
    const own = input.headline === material.statement ? null : input.headline
    const fields = (['headline', 'people'] as const).filter((field) => touched.has(field))
    if (fields.length === 0 || (own === headline && !touched.has('people'))) return null
    const chosen = touched.has('people') ? input.people : named.map(({ id }) => id)
    const known = material.people.filter(({ id }) => chosen.includes(id))
    if (known.length < chosen.length) throw fieldRefusal('people', cardRefusals.unknownPerson)
    const left = known.find(({ id, hasLeft }) => hasLeft && id !== actor.id)
    if (left) throw fieldRefusal('people', cardRefusals.tookNameOff(left.name))
    if (chosen.includes(actor.id)) await forgetCardLeaver(trx, { workspaceId, planId: row.id }, actor.id)
    const kept = {
      headline: touched.has('headline') ? own : headline,
      winVersion: material.winVersion,
      people: [...chosen],
    }
    await keepCard(trx, { workspaceId, planId: row.id }, kept)
    const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name)
    await record({
      event: 'card changed',
      subjectId: row.id,
      subject: material.statement,
      changes: changedFields(
        fields,
        { headline, people: namesOf(named) },
        { headline: kept.headline, people: namesOf(known) },
      ),
    })
    return null
  },
})
