/** What a link that shares nothing says, whether it was switched off or never was one. */
export const sharedWords = {
  endedTitle: 'This page is no longer shared',
  ended: 'It was switched off, or the address is incomplete. Ask the person who sent it to you.',
}
