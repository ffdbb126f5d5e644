const see = 'See the victory card'

/** Beside the confirmed win, for people who can share the card and for those who read it. */
export const announceOfferWords = {
  download: 'Download PNG',
  shared: 'Its link is on: anyone who has it can see your victory card. You can switch it off on the card’s page.',
  sharer: {
    title: 'Announce it',
    says: 'A victory card for your company: as a picture, on paper, or with a link that you switch on.',
    open: 'Open the victory card',
  },
  customer: {
    title: 'Your victory card',
    says: 'Made for announcing the win inside your company. Your champion can share it with a link.',
    open: see,
  },
  vendor: {
    title: 'The customer’s victory card',
    says: 'Made for announcing the win inside the customer’s company. Only the customer can share it.',
    open: see,
  },
}
