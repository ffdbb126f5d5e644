import { factsWords } from '#emails/parts/list-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { notConfirmedWords } from '../value-words.ts'
import { announceOfferWords } from './announce-offer-words.ts'

export const cardPageWords = {
  title: pageNames.card,
  intro: 'Made from what you confirmed, for announcing it inside your company.',
  introOfReaders: {
    customer: 'Made from what your company confirmed. Your champion can share it with a link.',
    vendor: 'Made from what the customer confirmed. Only the customer can share it.',
  },
  download: announceOfferWords.download,
  emptyTitle: 'There is no victory card yet',
  empty: 'It is made when the customer confirms the first win.',
}

export const cardRefusals = {
  notConfirmed: notConfirmedWords,
  corrected: 'The first win was corrected in the meantime. Please check what the card says before you save it.',
  /** @param name of a person, or several */
  tookNameOff: (name: string): string =>
    `${name} does not want to be named on the card, and can change that under “Your data”.`,
  unknownPerson: 'One of these people is no longer on the plan. Please reload the page.',
}

export const cardChoiceWords = {
  names: (names: readonly string[]): string => factsWords(names),
  title: 'What it says',
  /** @param statement the confirmed one */
  headlineHint: (statement: string): string => `Leave it empty to show what was confirmed: ${statement}`,
  peopleHint: 'Only the people you choose are named. Email addresses are never shown.',
  save: 'Save card',
  /** @param characters that no font of the picture has */
  uncovered: (characters: readonly string[]): string =>
    `The picture can’t show these characters: ${characters.join(' ')}. The page and the printed card can.`,
}

export const cardSharingWords = {
  title: 'Share it with a link',
  off: 'The link is off. Only the people on this plan can see the card.',
  on: 'The link is on. Anyone who has it can see the card without signing in, until you switch it off.',
  offForReaders: 'The card is not shared outside this plan.',
  onForReaders: {
    customer: 'Your company has shared this card with a link.',
    vendor: 'The customer has shared this card with a link.',
  },
  about: 'the card’s link',
  switchOffSays:
    'The link stops working right away, for everyone who has it. Chat programs may keep a preview that they have already loaded. If you switch it on again, the link will be a new one.',
}
