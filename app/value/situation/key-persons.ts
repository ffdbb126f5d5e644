import { type SituationState, isSituationConfirmed } from '../model.ts'
import { personOfSituation } from './person-of-situation.ts'

/** How far what was heard from a key person has come. */
export type KeyPersonState = 'none' | 'draft' | 'shared' | 'confirmed'

export type PersonOfPlan = { id: string; name: string; role: string; isKey: boolean }

export type SituationOf = { participantId: string | null; personName: string; state: Exclude<KeyPersonState, 'none'> }

type StoredSituationOf = Omit<SituationOf, 'state'> & { state: SituationState }

export type KeyPerson = {
  /** Null for someone who takes no part in the plan yet. */
  id: string | null
  name: string
  state: KeyPersonState
  /** Whether the person is one by a mark alone, which can be taken back. */
  isMarked: boolean
}

const order: readonly KeyPersonState[] = ['none', 'draft', 'shared', 'confirmed']

const furthest = (states: readonly KeyPersonState[]): KeyPersonState =>
  order.findLast((state) => states.includes(state)) ?? 'none'

/**
 * The key persons of a plan: its champion, who is marked as one, and each person of the given situations, which are those that the reader
 * may read.
 */
export function keyPersons(people: readonly PersonOfPlan[], situations: readonly SituationOf[]): KeyPerson[] {
  const about = situations.map((situation) => ({ situation, person: personOfSituation(situation, people) }))
  const onPlan = people.flatMap(({ id, name, role, isKey }): KeyPerson[] => {
    const own = about.filter(({ person }) => person?.id === id).map(({ situation }) => situation.state)
    if (role !== 'champion' && !isKey && own.length === 0) return []
    return [{ id, name, state: furthest(own), isMarked: isKey && role !== 'champion' }]
  })
  const others = about.flatMap(({ situation, person }): KeyPerson[] =>
    person ? [] : [{ id: null, name: situation.personName, state: situation.state, isMarked: false }],
  )
  return [...onPlan, ...others]
}

/** A stored situation as far as its key person goes. */
export const situationOf = ({ participantId, personName, state }: StoredSituationOf): SituationOf => ({
  participantId,
  personName,
  state: isSituationConfirmed(state) ? 'confirmed' : state === 'shared' ? 'shared' : 'draft',
})

/** Those who have not confirmed what was heard. */
export const unconfirmedAmong = (people: readonly KeyPerson[]): KeyPerson[] =>
  people.filter(({ state }) => state !== 'confirmed')
