import type { Side } from '#app/schedule/model.ts'
import type { OwnerView, ViewerSide } from '../core/viewer-side.ts'

/** Whether a task of this side is open and no person is in charge of it; tasks of both sides belong to each. */
export const needsOwner = (
  { side, owner, doneOn }: { side: Side; owner: OwnerView | null; doneOn: string | null },
  own: ViewerSide,
): boolean =>
  doneOn === null &&
  side !== (own === 'vendor' ? 'customer' : 'vendor') &&
  (owner?.kind ?? 'placeholder') === 'placeholder'
