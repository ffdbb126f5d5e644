import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { noInput } from '#app/kit/field-schemas.ts'
import { namedPeople } from './build-card.ts'
import { findCardMaterial } from './find-card-material.server.ts'
import { cardRefusals } from './card-page-words.ts'
import { keepCard } from './keep-card.server.ts'
import { findLinkOf, switchOnLink } from './shared-link.server.ts'

/**
 * Lets everyone who has the link see the victory card. The names on it are kept from here on: a person who joins later is not shown to strangers until
 * someone chooses so. Shared twice, it is a success without an event.
 * @throws Refusal 409 before the win is confirmed
 */
export const shareCard = defineCommand({
  name: 'share-card',
  scope: 'plan',
  input: noInput,
  async run({ trx, workspaceId, row, now, linkHash, record }) {
    const of = { workspaceId, planId: row.id }
    const material = await findCardMaterial(trx, of)
    if (!material) throw new Refusal(409, cardRefusals.notConfirmed)
    const page = { ...of, kind: 'card' } as const
    if (await findLinkOf(trx, page)) return null
    const { headline, winVersion } = material
    await keepCard(trx, of, { headline, winVersion, people: namedPeople(material).map(({ id }) => id) })
    await switchOnLink({ trx, linkHash, now }, page)
    await record({ event: 'card shared', subjectId: row.id, subject: material.statement, changes: {} })
    return null
  },
})
