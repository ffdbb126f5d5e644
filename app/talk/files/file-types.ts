import { fileTypeNames } from './attachment-words.ts'
import { extensionOf } from '../core/file-name.ts'

/** A type of file that may be added: how people call it, and the extensions by which its content is known (`file-type`); none for text. */
type FileType = { words: string; contentType: string; contents: readonly string[] }

const zipped = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'
const jpeg: FileType = { words: fileTypeNames.jpeg, contentType: 'image/jpeg', contents: ['jpg'] }

/** By the extension of the name. What a browser would run, such as HTML and SVG, is not among them. */
const types: Readonly<Record<string, FileType>> = {
  pdf: { words: fileTypeNames.pdf, contentType: 'application/pdf', contents: ['pdf'] },
  png: { words: fileTypeNames.png, contentType: 'image/png', contents: ['png', 'apng'] },
  jpg: jpeg,
  jpeg,
  webp: { words: fileTypeNames.webp, contentType: 'image/webp', contents: ['webp'] },
  gif: { words: fileTypeNames.gif, contentType: 'image/gif', contents: ['gif'] },
  docx: { words: fileTypeNames.docx, contentType: `${zipped}.wordprocessingml.document`, contents: ['docx'] },
  xlsx: { words: fileTypeNames.xlsx, contentType: `${zipped}.spreadsheetml.sheet`, contents: ['xlsx'] },
  pptx: { words: fileTypeNames.pptx, contentType: `${zipped}.presentationml.presentation`, contents: ['pptx'] },
  odt: { words: fileTypeNames.odt, contentType: `${open}.text`, contents: ['odt'] },
  ods: { words: fileTypeNames.ods, contentType: `${open}.spreadsheet`, contents: ['ods'] },
  zip: { words: fileTypeNames.zip, contentType: 'application/zip', contents: ['zip'] },
  csv: { words: fileTypeNames.csv, contentType: 'text/csv; charset=utf-8', contents: [] },
  txt: { words: fileTypeNames.txt, contentType: 'text/plain; charset=utf-8', contents: [] },
}

/** For the file chooser. */
export const acceptedFiles = Object.keys(types)
  .map((extension) => `.${extension}`)
  .join(',')

/** The type that a name promises; null for one that may not be added. */
export const fileTypeOf = (name: string): FileType | null => {
  const extension = extensionOf(name)
  return Object.hasOwn(types, extension) ? (types[extension] ?? null) : null
}

/** How a type is called in a list of files. */
export const fileTypeWords = (contentType: string): string =>
  Object.values(types).find((type) => type.contentType === contentType)?.words ?? fileTypeNames.other

/** What a text begins with that a browser could take for a page. */
const markup = /^\s*<(?:!doctype|\?xml|html|head|body|svg|script|iframe)/i

/** What was seen of a file while it arrived. */
export type SeenContent = {
  /** By its first bytes, as `file-type` calls it; undefined where it knows none, as for text. */
  kind: string | undefined
  /** Whether all of it is UTF-8 without NUL. */
  isText: boolean
  /** How it begins, as text. */
  beginning: string
}

/** Whether a file holds what its name promises. */
export const holdsWhatItSays = (type: FileType, { kind, isText, beginning }: SeenContent): boolean =>
  type.contents.length > 0
    ? kind !== undefined && type.contents.includes(kind)
    : // A text may begin like anything: "BMW;…" is no picture.
      isText && !markup.test(beginning)
