export const noticeWords = {
  dismiss: 'Dismiss message',
  emailsHeld:
    'Emails are on hold: this is a restored copy. They are sent once an administrator of the installation releases them.',
}
