/** What the two goals of a plan are called, as labels. */
export const goalNames = { goLive: 'Go-live', win: 'First win' }

/** How the state of a won plan is called. */
export const firstWinConfirmedWords = 'first win confirmed'

/** The heading above what belongs to the first win. */
export const firstWinTitle = 'The first win'

/** The way to say what the first win is. */
export const defineWinWords = 'Define the first win'
