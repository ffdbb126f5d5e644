/** Beside the confirmed win. */
export const announceOfferWords = {
  download: 'Download PNG',
  customer: {
    title: 'Announce it',
    says: 'A victory card for your company: as a picture, on paper, or by a link that you switch on.',
    open: 'Open the victory card',
  },
  vendor: {
    title: 'The customer’s victory card',
    says: 'Made for announcing the win inside the customer’s company. Only the customer can share it.',
    open: 'See the victory card',
  },
}
