import { bounds } from './limits.ts'

/** Said while a number is typed, too. */
export const wholeNumberWords = 'Please enter a whole number.'

/** What the schemas of `field-schemas.ts` say beside a field. */
export const fieldWords = {
  missing: 'Please fill in this field.',
  unsaveable: 'This contains characters that can’t be saved.',
  addressInName: 'A name can’t contain a web or email address.',
  addressInLine: 'Please leave out web and email addresses.',
  missingDate: 'Please enter a date.',
  noSuchDate: 'This date does not exist.',
  dateFormat: 'Please enter the date as year, month and day, for example 2027-03-15.',
  unknownZone: 'This is not a known time zone. Example: Europe/Berlin.',
  missingZone: 'Please choose a time zone.',
  numberOnly: 'Please enter only a number, without words.',
  missingNumber: 'Please enter a number.',
  wholeNumber: wholeNumberWords,
  tooSmall: 'This is too small.',
  tooLarge: 'This is too large.',
  sixDecimals: 'Please enter at most six decimal places.',
  chooseOne: 'Please choose one from the list.',
  notValid: 'This value is not valid. Please reload the page.',
  unreadDate: 'This date is incomplete or does not exist.',
}

export const keepUnder = (max: number): string => `Please keep this under ${max} characters.`

export const keepTo = (most: number): string => `Please choose at most ${most}.`

export const minimumWords = (min: number): string => `The minimum is ${min}.`

export const maximumWords = (max: number): string => `The maximum is ${max}.`

/** A number that can be read in two ways, each as it would be written. */
export const askBack = (text: string, [one, other]: readonly [string, string]): string =>
  `“${text}” can be read in two ways. Please enter ${one} or ${other}.`

/** A year of two digits. */
export const shortYearWords = (year: number): string => `This is in the year ${year}. Did you mean ${year + 2000}?`

export const farYearWords = (year: number, isAhead: boolean): string =>
  isAhead
    ? `This is in the year ${year}, more than ten years from now. Please check the year.`
    : `This is in the year ${year}, more than ten years ago. Please check the year.`

/** Said beside the field of a file of a task that is larger than `bounds.upload`. */
export const uploadTooLarge = `This file is too large. The maximum is ${bounds.upload / 1024 / 1024} MB.`

/** Said beside the field of a file that is larger than `bounds.file`. */
export const fileTooLarge = `This file is too large. The maximum is ${bounds.file / 1024} kB.`

/** Said beside the field of a picture that is none. */
export const noPictureWords = 'This is not a PNG, JPEG or WebP picture.'

/** Said of a picture that says what it is, and cannot be shown. */
export const brokenPictureWords = 'This picture is empty or damaged. Please choose another file.'

/** Said of a picture with more pixels than `bounds.picturePixels`. */
export const pictureTooWide = `This picture is too large. The maximum is ${Math.sqrt(bounds.picturePixels)} × ${Math.sqrt(bounds.picturePixels)} pixels.`

/** Said of an SVG. */
export const svgWords =
  'SVG files are not accepted, as they can contain scripts. Please choose a PNG, JPEG or WebP picture.'

export const addressWords = {
  missing: 'Please enter an email address.',
  tooLong: 'This address is too long.',
  notOne: 'This is not an email address.',
  oneAt: 'Please enter one address with one @.',
  noName: 'The part before the @ is missing.',
  noDomain: 'The part after the @ is missing.',
  listTooLong: 'This is too long. Please send it in several parts.',
}

export const mostAddresses = (most: number): string => `Please enter at most ${most} addresses at once.`

export const wrongBefore = (part: string): string => `“${part}” before the @ is not valid.`

export const wrongAfter = (part: string): string => `“${part}” after the @ is not a valid domain.`

/** One of several addresses that is wrong. */
export const wrongAddress = (typed: string, fault: string): string => `“${typed}”: ${fault}`
