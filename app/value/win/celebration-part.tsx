import { lazyPart } from '#app/ui/lazy-part.tsx'

/** Loaded on plans that are won alone, and on the page that confirms a win, so that it is there when that page leads to the plan. */
export const CelebrationPart = lazyPart('celebration', async () => (await import('./celebration.tsx')).Celebration)
