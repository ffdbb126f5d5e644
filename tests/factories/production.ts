import { resolve } from 'node:path'

export const projectDir = resolve(import.meta.dirname, '../..')

/** What production needs to start, apart from its database. */
export const complete = {
  APP_URL: 'https://plans.example.com',
  RESEND_API_KEY: 're_1234',
  LINK_SECRET: 'a secret that is long enough for HMAC',
  EMAIL_FROM: 'Firstwin <plans@example.com>',
  PORT: '0',
  DRAIN_SECONDS: '0',
}

/** How long a start may take in a test, in milliseconds: several at once, on a machine on which others work too. */
export const startLimit = 120_000
