import { containingPattern } from '#db/containing-pattern.ts'
import { asciiDomain, pastedAddress } from '#app/kit/email-address.ts'
import type { Parts } from '#app/kit/parts.ts'
import { oneLine } from '#app/kit/plain-text.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import { findErasable, whyNotErasableYet } from './find-erasable.server.ts'
import type { Erasable } from './model.ts'
import { planNameWords } from '#app/ui/name-words.ts'

export type PersonRow = Pick<Erasable, 'kind' | 'id' | 'name' | 'email'>

const most = 20

/** A person as pages show them, the address as people write it. */
const rowOf = ({ kind, id, name, email }: PersonRow): PersonRow => ({ kind, id, name, email: readableAddress(email) })

/** An address, or a domain alone, as it is stored: "müller.de" in ASCII. */
function asStored(typed: string): string {
  const address = pastedAddress(typed)
  return address.includes('@') ? address : asciiDomain(address)
}

/** People with this text in their name or address, former members and participants alike, by name; a few, so that one types more. */
export const findPeople = (parts: Pick<Parts, 'reads'>, workspaceId: string, typed: string): Promise<PersonRow[]> =>
  parts.reads.in(workspaceId, async (trx) => {
    const [name, address] = [containingPattern(oneLine(typed)), containingPattern(asStored(typed))]
    const members = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('erasedAt', 'is', null)
      .where(({ or, eb }) => or([eb('name', 'ilike', name), eb('email', 'ilike', name), eb('email', 'ilike', address)]))
      .orderBy('name')
      .limit(most)
      .execute()
    const participants = await trx
      .selectFrom('participant')
      .select(['id', 'name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('erasedAt', 'is', null)
      .where(({ or, eb }) => or([eb('name', 'ilike', name), eb('email', 'ilike', name), eb('email', 'ilike', address)]))
      .orderBy('name')
      .limit(most)
      .execute()
    return [
      ...members.map((it) => rowOf({ kind: 'member', ...it })),
      ...participants.map((it) => rowOf({ kind: 'participant', ...it })),
    ]
      .sort((a, b) => a.name.localeCompare(b.name, 'en'))
      .slice(0, most)
  })

export type ErasurePage = {
  person: PersonRow
  /** What has to be done first; null when the person can be erased. */
  why: string | null
  plans: { id: string; title: string }[]
  openTasks: number
  situations: number
  /** The customers whose consent to a reference this person gave. */
  consents: string[]
  waitingEmails: number
}

/** What erasing someone would do. @throws Refusal 404 for no one, and for someone erased already */
export const getErasure = (parts: Pick<Parts, 'reads'>, workspaceId: string, personId: string): Promise<ErasurePage> =>
  parts.reads.in(workspaceId, async (trx) => {
    const person = await findErasable(trx, workspaceId, personId)
    if (!person) throw notFound()
    const { kind, id } = person
    const plans = await trx
      .selectFrom('planParticipant')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('plan.id', '=', 'planParticipant.planId'),
      )
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .leftJoin('reference', (join) =>
        join
          .onRef('reference.workspaceId', '=', 'plan.workspaceId')
          .onRef('reference.planId', '=', 'plan.id')
          .on('reference.participantId', '=', id)
          .on('reference.state', '=', 'agreed'),
      )
      .select(['plan.id', 'plan.project', 'account.name as account', 'reference.planId as consent'])
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.participantId', '=', id)
      .orderBy('account.name')
      .orderBy('plan.createdAt')
      .execute()
    const counts = await trx
      .selectFrom('workspace')
      .select(({ selectFrom, fn }) => [
        selectFrom('task')
          .select(fn.countAll<number>().as('n'))
          .where('task.workspaceId', '=', workspaceId)
          .where('ownerParticipantId', '=', id)
          .where('doneOn', 'is', null)
          .as('openTasks'),
        selectFrom('situation')
          .select(fn.countAll<number>().as('n'))
          .where('situation.workspaceId', '=', workspaceId)
          .where('participantId', '=', id)
          .as('situations'),
        selectFrom('notice')
          .select(fn.countAll<number>().as('n'))
          .where('notice.workspaceId', '=', workspaceId)
          .where('state', '=', 'waiting')
          .where(kind === 'member' ? 'memberId' : 'participantId', '=', id)
          .as('waitingEmails'),
      ])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    return {
      person: rowOf(person),
      why: await whyNotErasableYet(trx, workspaceId, person),
      plans: plans.map((it) => ({ id: it.id, title: planNameWords(it) })),
      consents: plans.filter(({ consent }) => consent !== null).map(({ account }) => account),
      openTasks: counts.openTasks ?? 0,
      situations: counts.situations ?? 0,
      waitingEmails: counts.waitingEmails ?? 0,
    }
  })

/** The people of customers who asked to be erased, the longest wait first. */
export const listAsked = (parts: Pick<Parts, 'reads'>, workspaceId: string): Promise<PersonRow[]> =>
  parts.reads.in(workspaceId, async (trx) => {
    const asked = await trx
      .selectFrom('participant')
      .select(['id', 'name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('erasedAt', 'is', null)
      .where('erasureAskedAt', 'is not', null)
      .orderBy('erasureAskedAt')
      .execute()
    return asked.map((it) => rowOf({ kind: 'participant', ...it }))
  })
