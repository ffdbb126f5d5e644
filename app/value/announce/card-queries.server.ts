import type { PersonActor } from '#app/policy/policy.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { CardMaterial, CardPerson } from './build-card.ts'
import { buildCard, cardColours, namedPeople } from './build-card.ts'
import type { CardPicture, CardView } from './card-view.ts'
import { findCardLogo } from './find-card-logo.server.ts'
import { readLink } from '#app/outbox/link-token.server.ts'
import { findCardMaterial } from './find-card-material.server.ts'
import { findLinkOf, findSharedPage, tokenOf } from './shared-link.server.ts'

/** A card as a page shows it. */
export type ShownCard = { card: CardView; accent: string | null; logo: string | null }

/** What the customer chooses from. */
export type CardChoices = {
  /** The version of the win that they are about. */
  winVersion: number
  statement: string
  /** In the customer's own words; null for the statement. */
  headline: string | null
  people: (CardPerson & { isNamed: boolean })[]
  /** Names of those who took their own off. */
  left: string[]
}

export type CardPageView = {
  /** Null before the first win is confirmed. */
  shown: ShownCard | null
  choices: CardChoices | null
  isShared: boolean
  /** The last part of the link's address while it is on; null also where it can no longer be shown. */
  token: string | null
}

const shownOf = (material: CardMaterial): ShownCard => ({
  card: buildCard(material),
  accent: material.accent,
  logo: material.logo,
})

/** The card of a plan, and whether it is shared. @param mayShare whether this viewer chooses what it says, and sees its link */
export function getCardPage(
  { reads, environment }: Pick<Parts, 'reads' | 'environment'>,
  { workspaceId, id: readerId }: PersonActor,
  planId: string,
  mayShare: boolean,
): Promise<CardPageView> {
  const of = { workspaceId, planId }
  return reads.in(workspaceId, async (trx) => {
    const [material, link] = await Promise.all([findCardMaterial(trx, of), findLinkOf(trx, { ...of, kind: 'card' })])
    return {
      shown: material ? shownOf(material) : null,
      choices: material && mayShare ? choicesOf(material, readerId) : null,
      isShared: link !== undefined,
      token: link && mayShare ? tokenOf(environment, workspaceId, link) : null,
    }
  })
}

/** The reader may put back their own name, and no one else's. */
function choicesOf(material: CardMaterial, readerId: string): CardChoices {
  const named = namedPeople(material)
  return {
    winVersion: material.winVersion,
    statement: material.statement,
    headline: material.headline,
    people: material.people
      .filter(({ id, hasLeft }) => !hasLeft || id === readerId)
      .map((person) => ({ ...person, isNamed: named.includes(person) })),
    left: material.people.filter(({ id, hasLeft }) => hasLeft && id !== readerId).map(({ name }) => name),
  }
}

/** What the picture of a plan's card is drawn from; undefined before the win. */
export const getCardPicture = (
  { reads }: Pick<Parts, 'reads'>,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<CardPicture | undefined> =>
  reads.in(workspaceId, async (trx) => {
    const material = await findCardMaterial(trx, { workspaceId, planId })
    if (!material) return undefined
    const logo = await findCardLogo(trx, workspaceId, material.logo)
    return { ...buildCard(material), colours: cardColours(material.accent), logo }
  })

/** What a shared link shows; undefined where it shows nothing, or no longer. */
export async function getSharedCard({ reads }: Pick<Parts, 'reads'>, token: string): Promise<ShownCard | undefined> {
  const workspaceId = readLink(token)?.workspaceId
  if (!workspaceId) return undefined
  return reads.in(workspaceId, async (trx) => {
    const page = await findSharedPage(trx, token)
    if (page?.kind !== 'card') return undefined
    const material = await findCardMaterial(trx, { workspaceId, planId: page.planId })
    return material && shownOf(material)
  })
}

/** The same for its picture. */
export async function getSharedPicture(parts: Pick<Parts, 'reads'>, token: string): Promise<CardPicture | undefined> {
  const workspaceId = readLink(token)?.workspaceId
  if (!workspaceId) return undefined
  const page = await parts.reads.in(workspaceId, (trx) => findSharedPage(trx, token))
  return page?.kind === 'card' ? getCardPicture(parts, { workspaceId, planId: page.planId }) : undefined
}
