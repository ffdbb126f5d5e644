/** A Wednesday morning; factories' plans are laid out around it. */
export const testNow = '2026-06-17T08:00:00Z'
