import { isSameName } from '#app/kit/is-same-name.ts'

/**
 * The person of a situation: the participant it names, or for one noted under a name the only participant of that name.
 * Nothing is linked until someone presses *Share with …* and has read the name.
 */
export function personOfSituation<Person extends { id: string; name: string }>(
  situation: { participantId: string | null; personName: string },
  people: readonly Person[],
): Person | undefined {
  if (situation.participantId) return people.find(({ id }) => id === situation.participantId)
  const named = people.filter(({ name }) => isSameName(name, situation.personName))
  return named.length === 1 ? named[0] : undefined
}
