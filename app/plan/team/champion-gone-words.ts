/** Why the next champion cannot be named or confirmed this way. */
export const championGoneRefusals = {
  notAsked: 'The champion can be reached again, so no one else is needed.',
  isChampion: (name: string): string => `${name} is the champion already. Choose someone else.`,
  notAccepted: (name: string): string => `${name} has not been accepted by the champion. Choose someone else.`,
  notOneself: 'Someone else has to name you: two people decide who leads.',
  notNamed: 'You are not named as the next champion.',
}
