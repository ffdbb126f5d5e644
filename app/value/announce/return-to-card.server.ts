import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { namedPeople } from './build-card.ts'
import { forgetCardLeaver } from './card-leaver.server.ts'
import { findCardMaterial } from './find-card-material.server.ts'
import { keepCard } from './keep-card.server.ts'

/**
 * Someone of the customer puts back their own name, which they had taken off the victory card. A person who had not gets a success without an
 * event.
 */
export const returnToCard = defineCommand({
  name: 'return-to-card',
  scope: 'plan',
  input: noInput,
  async run({ trx, workspaceId, row, actor, record }) {
    const of = { workspaceId, planId: row.id }
    const before = await findCardMaterial(trx, of)
    if (!(await forgetCardLeaver(trx, of, actor.id)) || !before) return null
    if (before.chosen !== null)
      await keepCard(trx, of, {
        headline: before.headline,
        winVersion: before.winVersion,
        people: [...before.chosen, actor.id],
      })
    const material = await findCardMaterial(trx, of)
    const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name)
    const [was, is] = [namesOf(namedPeople(before)), namesOf(material ? namedPeople(material) : [])]
    if (was.length === is.length) return null
    await record({
      event: 'card changed',
      subjectId: row.id,
      subject: before.statement,
      changes: changedFields(['people'], { people: was }, { people: is }),
    })
    return null
  },
})
