export const previewWords = {
  preview: 'Preview',
  notSaved: 'Nothing is saved yet.',
}
