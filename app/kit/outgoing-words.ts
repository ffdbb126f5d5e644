export const outgoingWords = {
  notPublic: 'This address is not on the public internet.',
  noHost: 'This host does not exist.',
  notValid: 'This is not a valid address.',
  notHttps: 'The address must start with https://.',
  noPassword: 'The address must not contain a user name or password.',
  noAnswer: 'There was no response in time.',
  failed: 'The connection failed.',
  tooLong: 'The response is too long.',
}
