import { isolated } from '#app/kit/plain-text.ts'
import { bounds } from '#app/kit/limits.ts'
import { quoted } from '#app/ui/name-words.ts'
import { acceptedFilesWords } from './file-types.ts'

const megabyte = 1024 * 1024

/** "12 kB", "3.4 MB". @param bytes more than none */
export const sizeWords = (bytes: number): string =>
  bytes < megabyte
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / megabyte).toLocaleString('en', { maximumFractionDigits: 1 })} MB`

/** Below the field of a new file. */
export const fileHint = `${acceptedFilesWords}. At most ${sizeWords(bounds.upload)}.`

export const noFileWords = 'Choose a file.'
export const emptyFileWords = 'This file is empty.'

export const forbiddenTypeWords = (name: string): string =>
  `${quoted(name)} can’t be added. You can add ${acceptedFilesWords}.`

/** @param words how the type is called that the name promises */
export const lyingNameWords = ({ name, words }: { name: string; words: string }): string =>
  `${quoted(name)} can’t be added: by its name it is a ${words} file, but its content is something else.`

export const notUtf8Words = (name: string): string =>
  `${quoted(name)} can’t be added: its text is not in UTF-8. Save it as UTF-8 (in Excel: “CSV UTF-8”) and try again.`

export const fullTaskWords = `This task has ${bounds.attachments} links and files, which is the limit. Remove one first.`

export const fullPlanWords = `The files of this plan may take ${sizeWords(bounds.planFiles)} together. Remove some first.`

export const goneUploadWords = 'The file did not arrive as a whole. Please choose it again.'

/** Who added it, and when. */
export const addedWords = ({ by, when }: { by: string; when: string }): string => `${isolated(by)}, ${when}`

export const removedWords = ({ name, by }: { name: string; by: string }): string =>
  `${isolated(by)} removed ${quoted(name)}.`

/** Names the button beside a link or file. */
export const removeLabel = (name: string): string => `Remove ${isolated(name)}`
export const restoreLabel = (name: string): string => `Restore ${isolated(name)}`
