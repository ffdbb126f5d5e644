import type { ActorSide } from '#app/policy/policy.ts'

/** A link or file of a task, as its reader sees it. */
export type AttachmentView = {
  id: string
  kind: 'link' | 'file'
  name: string
  /** Where it opens. */
  href: string
  /** "PDF, 1.2 MB", or the host of a link. */
  detail: string
  side: ActorSide
  by: string
  at: string
  when: string
  /** Only the reader's side sees it, although its task is shared. */
  isInternal: boolean
}

export type AttachmentsView = {
  attachments: AttachmentView[]
  /** What was removed and can still be restored by this reader. */
  removed: { id: string; name: string; by: string }[]
  mayChange: boolean
  isFull: boolean
}
