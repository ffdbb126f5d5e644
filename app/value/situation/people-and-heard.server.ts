import type { IsoDate } from '#app/schedule/model.ts'
import type { PlanPerson } from '../plan-people.server.ts'
import { type HeardSentence, heardSentences } from './heard-sentences.ts'
import { heardLeadsForMembers } from './heard-words.ts'
import { keyPersonStates } from './key-person-words.ts'
import { keyPersons, situationOf } from './key-persons.ts'
import type { ReadSituation } from './list-heard.server.ts'
import { personOfSituation } from './person-of-situation.ts'
import { situationValuesOf } from './stored-situation.server.ts'

/** Someone of the customer, with what was heard from them. */
export type HeardPerson = {
  id: string
  name: string
  role: string | null
  jobTitle: string | null
  /** How far what was heard has come, in words; null where the person is no key person. */
  heard: string | null
  isConfirmed: boolean
  sentences: HeardSentence[]
}

/** Everyone of the customer on the plan, and those who said something though they take no part in it. */
export function peopleAndHeard(
  people: readonly PlanPerson[],
  situations: readonly ReadSituation[],
  today: IsoDate,
): HeardPerson[] {
  const known = keyPersons(people, situations.map(situationOf))
  const of = (situation: ReadSituation) => heardSentences(situationValuesOf(situation), today, heardLeadsForMembers)
  const onPlan = people.map(({ id, name, role, jobTitle }): HeardPerson => {
    const person = known.find((one) => one.id === id)
    const own = situations.filter((situation) => personOfSituation(situation, people)?.id === id)
    return {
      ...{ id, name, role, jobTitle: jobTitle ?? own[0]?.jobTitle ?? null },
      heard: person ? keyPersonStates[person.state] : null,
      isConfirmed: person?.state === 'confirmed',
      sentences: own.flatMap(of),
    }
  })
  const others = situations.flatMap((situation): HeardPerson[] =>
    personOfSituation(situation, people)
      ? []
      : [
          {
            ...{ id: situation.id, name: situation.personName, role: null, jobTitle: situation.jobTitle },
            heard: keyPersonStates[situationOf(situation).state],
            isConfirmed: situationOf(situation).state === 'confirmed',
            sentences: of(situation),
          },
        ],
  )
  return [...onPlan, ...others]
}
