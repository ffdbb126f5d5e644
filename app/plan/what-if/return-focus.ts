let opener: HTMLElement | null = null

/** Remembers the control that a what-if was opened from. */
export const rememberOpener = (element: HTMLElement): void => {
  opener = element
}

/** Leads back to it, once what it opened is gone. */
export const returnFocus = (): void => {
  opener?.focus()
  opener = null
}
