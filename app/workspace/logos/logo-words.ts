import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'

/** Where a customer’s logo is shown. */
export const accountLogoWords = (account: string, vendor: string): string =>
  `Shown to both sides on all plans that ${account} and ${vendor} share, in print and in emails about these plans.`

export const logoWords = {
  accountTitle: mainPageNames.logo,
  accountProfile: pageNames.accountProfile,
  picture: 'Picture',
  pictureHint: 'PNG, JPEG or WebP, at most 200 kB. Square ones look best.',
  uploading: 'Uploading…',
  save: 'Use this picture',
  remove: 'Show the first letter instead',
}

export const logoRefusals = {
  notFound: 'There is no such picture.',
}
