import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'

export const referencesNavWords = {
  label: mainPageNames.references,
  board: 'Board',
  library: pageNames.library,
  credit: pageNames.credit,
}
