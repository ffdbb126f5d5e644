import { isolateDirection } from '#app/kit/plain-text.ts'
import { bounds } from '#app/kit/limits.ts'
import { quoted } from '#app/ui/name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { labels } from '#app/kit/label-words.ts'

const megabyte = 1024 * 1024

/** "12 kB", "3.4 MB". @param bytes more than none */
export const sizeWords = (bytes: number): string =>
  bytes < megabyte
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / megabyte).toLocaleString('en', { maximumFractionDigits: 1 })} MB`

/** How people call the types of files that may be added. */
export const fileTypeNames = {
  pdf: 'PDF',
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  gif: 'GIF',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  odt: 'OpenDocument text',
  ods: 'OpenDocument spreadsheet',
  zip: 'ZIP',
  csv: 'CSV',
  txt: 'text',
  other: 'file',
}

const acceptedFilesWords =
  'PDF, pictures (PNG, JPEG, WebP, GIF), Word, Excel, PowerPoint, OpenDocument, CSV, text and ZIP'

/** Below the field of a new file. */
export const fileHint = `${acceptedFilesWords}. At most ${sizeWords(bounds.upload)}.`

export const emptyFileWords = 'This file is empty.'

export const forbiddenTypeWords = (name: string): string =>
  `${quoted(name)} can’t be added. You can add ${acceptedFilesWords}.`

/** @param words how the type is called that the name promises */
export const lyingNameWords = ({ name, words }: { name: string; words: string }): string =>
  `${quoted(name)} can’t be added: the name says ${words}, but the content is something else.`

export const notUtf8Words = (name: string): string =>
  `${quoted(name)} can’t be added: its text is not in UTF-8. Save it as UTF-8 (in Excel: “CSV UTF-8”) and try again.`

/** Its store could not be reached. */
export const notStoredWords =
  'This file couldn’t be saved because of a problem on our side. Try again in a few minutes.'

export const fullTaskWords = `This task has ${bounds.attachments} links and files, which is the limit. Remove one first.`

export const fullPlanWords = `The files of this plan can take up to ${sizeWords(bounds.planFiles)} in total. Remove some first.`

export const resultFileRefusal = (task: string): string =>
  `${quoted(task)} is done and needs this file. Add another one first, or mark the task not done.`

export const goneUploadWords = 'The upload is incomplete. Please choose the file again.'

/** Who added it, and when. */
export const fileAddedWords = ({ by, when }: { by: string; when: string }): string => `${isolateDirection(by)}, ${when}`

export const fileRemovedWords = ({ name, by }: { name: string; by: string }): string =>
  `${isolateDirection(by)} removed ${quoted(name)}.`

/** Names the button beside a link or file. */
export const removeLabel = (name: string): string => `Remove ${isolateDirection(name)}`
export const restoreLabel = (name: string): string => `Restore ${isolateDirection(name)}`

export const addFileFormWords = {
  file: 'File',
  adding: 'Uploading…',
  add: 'Add file',
}

export const attachmentsWords = {
  title: 'Links and files',
  empty: 'No links or files yet.',
  addFile: buttonWords.addFile,
  addLink: 'Add a link',
  url: labels.webAddress,
  linkTitle: labels.title,
  add: 'Add link',
  restore: buttonWords.restore,
  restoring: buttonWords.restoring,
}

export const attachmentRefusals = {
  removedLongAgo: 'This was removed more than a day ago, so it can’t be restored.',
}
