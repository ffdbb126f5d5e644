export const waitingBarWords = {
  label: 'What if',
  failed:
    'This preview could not be loaded. Check your connection and try again. If that does not help, reload the page.',
  loading: 'Loading the preview…',
}
