/** The files that a plan leaves as. */
export const exportFormats = ['xlsx', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What an address asks for; the first where it names none. */
export const readExport = (search: URLSearchParams): { format: ExportFormat; withPrivate: boolean } => ({
  format: exportFormats.find((it) => it === search.get('format')) ?? 'xlsx',
  withPrivate: search.get('private') === 'yes',
})
