import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { namedPeople } from './build-card.ts'
import { keepCardLeaver } from './card-leaver.server.ts'
import { findCardMaterial } from './find-card-material.server.ts'
import { keepCard } from './keep-card.server.ts'

/**
 * Someone of the customer takes their own name off the victory card, at once for everyone who has its link, and until they put it back. A person
 * who is not named gets a success without an event.
 */
export const leaveCard = defineCommand({
  name: 'leave-card',
  scope: 'plan',
  input: noInput,
  async run({ trx, workspaceId, row, actor, now, record }) {
    const of = { workspaceId, planId: row.id }
    const material = await findCardMaterial(trx, of)
    if (!material) return null
    const named = namedPeople(material)
    const others = named.filter(({ id }) => id !== actor.id)
    if (others.length === named.length) return null
    await keepCardLeaver(trx, of, { participantId: actor.id, leftAt: now })
    await keepCard(trx, of, {
      headline: material.headline,
      winVersion: material.winVersion,
      people: others.map(({ id }) => id),
    })
    const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name)
    await record({
      event: 'card changed',
      subjectId: row.id,
      subject: material.statement,
      changes: changedFields(['people'], { people: namesOf(named) }, { people: namesOf(others) }),
    })
    return null
  },
})
