import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { EnvironmentFault, readEnvironment } from './environment.server.ts'

const complete = {
  DATABASE_URL: 'postgres://firstwin_app:secret@db.example.com/firstwin',
  RESEND_API_KEY: 're_1234',
  APP_URL: 'https://plans.example.com/',
  LINK_SECRET: 'a secret that is long enough for HMAC',
  EMAIL_FROM: 'Firstwin <plans@example.com>',
}

const faultOf = (source: Record<string, string>) => {
  try {
    readEnvironment(source)
  } catch (error) {
    if (error instanceof EnvironmentFault) return error
  }
  throw new Error('It was accepted.')
}

test('the example names exactly what is needed, in values that are accepted', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'))
  expect(readEnvironment(example)).toMatchObject({ appUrl: 'https://plans.example.com' })
  for (const name of Object.keys(example).filter((it) => it !== 'MIGRATION_DATABASE_URL'))
    expect(() => readEnvironment({ ...example, [name]: '' })).toThrow(EnvironmentFault)
})

test('a complete environment is read, the address as an origin', () => {
  expect(readEnvironment(complete)).toMatchObject({
    appUrl: 'https://plans.example.com',
    port: 3000,
    trustedProxies: [],
    signInLinkMinutes: 15,
    invitationDays: 14,
    sessionIdleDays: 14,
    sessionDays: 30,
  })
})

test('what outgoing requests may reach beside the public internet is nothing, unless it is named', () => {
  expect(readEnvironment(complete).outgoingAllow).toEqual([])
  const { outgoingAllow } = readEnvironment({ ...complete, OUTGOING_ALLOW: 'id.internal, 10.0.0.0/8,::1' })
  expect(outgoingAllow).toEqual(['id.internal', '10.0.0.0/8', '::1'])
  expect(faultOf({ ...complete, OUTGOING_ALLOW: 'https://id.internal' }).message).toContain('OUTGOING_ALLOW must be')
})

test('a bucket of files is named whole or not at all', () => {
  expect(readEnvironment(complete).fileBucket).toBeUndefined()
  const bucket = {
    FILE_BUCKET_URL: 'https://s3.eu-central-1.amazonaws.com/firstwin-files/',
    FILE_BUCKET_REGION: 'eu-central-1',
    FILE_BUCKET_KEY: 'key',
    FILE_BUCKET_SECRET: 'hunter2',
  }
  expect(readEnvironment({ ...complete, ...bucket }).fileBucket).toEqual({
    url: 'https://s3.eu-central-1.amazonaws.com/firstwin-files',
    region: 'eu-central-1',
    accessKeyId: 'key',
    secretAccessKey: 'hunter2',
  })
  for (const name of Object.keys(bucket))
    expect(faultOf({ ...complete, ...bucket, [name]: '' }).missing).toEqual([name])
  expect(faultOf({ ...complete, ...bucket, FILE_BUCKET_URL: 's3://files' }).message).not.toContain('hunter2')
})

test('everything missing is named at once, empty variables too', () => {
  const { missing, message } = faultOf({ DATABASE_URL: ' ' })
  expect(missing).toEqual(['DATABASE_URL', 'RESEND_API_KEY', 'APP_URL', 'LINK_SECRET', 'EMAIL_FROM'])
  for (const name of missing) expect(message).toContain(name)
})

test('what is wrong is named without its value', () => {
  const { message } = faultOf({
    ...complete,
    LINK_SECRET: 'hunter2',
    APP_URL: 'https://plans.example.com/app',
    PORT: 'x',
  })
  expect(message).toContain('LINK_SECRET must have at least 32 characters')
  expect(message).toContain('APP_URL must be an address without a path')
  expect(message).toContain('PORT must be a port')
  expect(message).not.toContain('hunter2')
})

test('another clock than the system’s is refused', () => {
  expect(faultOf({ ...complete, CLOCK_SHIFT_MS: '0' }).message).toContain('CLOCK_SHIFT_MS sets the clock of tests')
})

test('settings are read, and what is no number or no network is named', () => {
  const settings = {
    TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::/32,192.0.2.7',
    SIGN_IN_LINK_MINUTES: '30',
    INVITATION_DAYS: '7',
    SESSION_IDLE_DAYS: '2',
    SESSION_DAYS: '5',
  }
  expect(readEnvironment({ ...complete, ...settings })).toMatchObject({
    trustedProxies: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'],
    signInLinkMinutes: 30,
    invitationDays: 7,
    sessionIdleDays: 2,
    sessionDays: 5,
  })
  const wrong = { SIGN_IN_LINK_MINUTES: '0', INVITATION_DAYS: 'two', TRUSTED_PROXIES: 'yes' }
  const { message } = faultOf({ ...complete, ...wrong })
  for (const name of Object.keys(wrong)) expect(message).toContain(name)
  for (const none of ['10.0.0.0/33', '10.0.0', '::1/129', '10.0.0.0/8/8', '10.0.0.0/-1'])
    expect(faultOf({ ...complete, TRUSTED_PROXIES: none }).message).toContain('TRUSTED_PROXIES')
})

test('earlier values of LINK_SECRET are read, and short or many ones are named without their value', () => {
  const [one, two] = ['x'.repeat(32), 'y'.repeat(40)]
  expect(readEnvironment(complete).linkSecretsBefore).toEqual([])
  expect(readEnvironment({ ...complete, LINK_SECRET_PREVIOUS: `${one}, ${two}` }).linkSecretsBefore).toEqual([one, two])
  const fault = faultOf({ ...complete, LINK_SECRET_PREVIOUS: 'too short a secret' })
  expect(fault.message).toContain('LINK_SECRET_PREVIOUS must be')
  expect(fault.message).not.toContain('too short a secret')
})

test('metrics are told at a host and a port, or nowhere', () => {
  expect(readEnvironment(complete).metricsListen).toBeUndefined()
  const read = (METRICS_LISTEN: string) => readEnvironment({ ...complete, METRICS_LISTEN }).metricsListen
  expect(read('127.0.0.1:9464')).toEqual({ host: '127.0.0.1', port: 9464 })
  expect(read('[::1]:9464')).toEqual({ host: '::1', port: 9464 })
  for (const wrong of ['9464', ':9464', 'localhost', 'localhost:70000', 'http://localhost:9464'])
    expect(() => read(wrong), wrong).toThrow('METRICS_LISTEN must be a host and a port')
})
