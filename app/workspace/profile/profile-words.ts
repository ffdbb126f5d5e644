export const profileWords = {
  title: 'Your profile',
  changed: 'You changed your job title.',
  jobTitle: 'Job title',
  jobTitleHint: 'Customers see it below your name in invitations.',
  devices: 'Your devices',
}
