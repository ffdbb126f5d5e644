import type { OwnerView } from './viewer-side.ts'

/** An owner as the select of a form holds it; empty where no one is in charge yet. */
export const ownerValue = (owner: OwnerView | null): string =>
  owner === null ? '' : owner.kind === 'placeholder' ? `placeholder:${owner.name}` : `${owner.kind}:${owner.id ?? ''}`

/** Whose a promise is, without any name: of those who are not named yet it says just that, as a promise ends where the owner changes. */
export const ownerKey = (owner: OwnerView | null): string =>
  owner?.kind === 'placeholder' ? owner.kind : ownerValue(owner)

/** What `assign-tasks` compares: a task, and the owner that its sender saw. @param value another owner than the one it has */
export const seenOwner = ({ id, owner }: { id: string; owner: OwnerView | null }, value = ownerValue(owner)): string =>
  `${id} ${value}`
