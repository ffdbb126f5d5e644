import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const waitingBarWords = {
  label: mainPageNames.whatIf,
  failed:
    'This preview could not be loaded. Check your connection and try again. If that does not help, reload the page.',
  loading: 'Loading the preview…',
}
