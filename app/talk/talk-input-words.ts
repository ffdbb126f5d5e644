/** What is missing in the form of a comment. */
export const commentInputRefusals = {
  empty: 'Please write something first.',
  noAudience: 'Please choose who can read this.',
}

/** Why the address of a link is refused. */
export const linkInputRefusals = {
  noAddress: 'Please enter a web address.',
  notAnAddress: 'This is not a web address. Example: https://example.com/report',
}
