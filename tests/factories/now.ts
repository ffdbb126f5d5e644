/** A Wednesday morning; the factories' plans have dates around it. */
export const testNow = '2026-06-17T08:00:00Z'
