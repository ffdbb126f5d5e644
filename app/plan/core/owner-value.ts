import type { OwnerView } from './viewer-side.ts'

/** An owner as the select of a form holds it; empty where no one is in charge yet. */
export const ownerValue = (owner: OwnerView | null): string =>
  owner === null ? '' : owner.kind === 'placeholder' ? `placeholder:${owner.name}` : `${owner.kind}:${owner.id ?? ''}`

/** What `assign-tasks` compares: a task, and the owner that its sender saw. */
export const seenOwner = ({ id, owner }: { id: string; owner: OwnerView | null }): string =>
  `${id} ${ownerValue(owner)}`
