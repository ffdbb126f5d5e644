/** A comment on the page that shows it, whose path this is; on the page itself, an empty one. */
export const commentPath = (page: string, commentId: string): string => `${page}#comment-${commentId}`
