/** What a program's key may be used for. */
export const apiScopes = ['schedule'] as const
export type ApiScope = (typeof apiScopes)[number]
