export const emailedLinkWords = {
  title: 'Your link',
  used: 'It was already used. Each link works once.',
  expired: 'It has expired.',
  revoked: 'A newer link was sent, or it was withdrawn.',
  sendingAnother: 'We are sending a new link to the same email address.',
  unknown: 'It is incomplete, not valid or expired.',
  sendAnother: 'Send a new link',
}
