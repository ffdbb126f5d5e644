/** What opens the palette of the page, while there is one. */
let opener: (() => void) | undefined

/** Opens the palette, from wherever it is asked for. */
export const openPalette = (): void => opener?.()

/** @returns ends it */
export function onOpenPalette(open: () => void): () => void {
  opener = open
  return () => {
    if (opener === open) opener = undefined
  }
}
