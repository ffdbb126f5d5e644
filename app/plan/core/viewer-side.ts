/** Which company the reader belongs to; everything in a view is already cut to what that side may know. */
export type ViewerSide = 'vendor' | 'customer'

/** Who is in charge of a task. */
export type OwnerView = { kind: 'member' | 'participant' | 'placeholder'; id: string | null; name: string }
