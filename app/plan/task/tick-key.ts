import type { FormValues } from '#app/ui/form-reply.ts'

/**
 * The idempotency key of a tick. All ticks of a page share a form, which carries the page's key: each task gets its own from it.
 * Empty, and so refused, where the form carried none.
 */
export const tickKey = ({ pageKey = '', taskId = '' }: FormValues): string =>
  pageKey === '' ? '' : [pageKey, taskId].join(':')
