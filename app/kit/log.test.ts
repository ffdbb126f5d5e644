import { expect, test } from 'vitest'
import { createLog, pathForLog, withoutSecrets } from './log.server.ts'

const logged = (write: (log: ReturnType<typeof createLog>) => void) => {
  const lines: string[] = []
  write(createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } }))
  return lines.join('')
}

test('paths keep words and identifiers and lose queries and the secrets of links', () => {
  expect(pathForLog('/plans/0b8f7f8e-9f6f-4b5c-8f57-6f2f0a3c1d2e?token=abc')).toBe(
    '/plans/0b8f7f8e-9f6f-4b5c-8f57-6f2f0a3c1d2e',
  )
  expect(pathForLog('/link/0b8f7f8e-9f6f-4b5c-8f57-6f2f0a3c1d2e.Zm9vYmFyYmF6cXV4')).toBe('/link/…')
  expect(pathForLog('/assets/plan.page-DkL2c9aBcDeFgHiJkLmN.js')).toBe('/assets/plan.page-DkL2c9aBcDeFgHiJkLmN.js')
})

test('addresses in messages lose passwords and queries', () => {
  expect(withoutSecrets('connect postgres://app:hunter2@db/firstwin failed')).toBe(
    'connect postgres://app:…@db/firstwin failed',
  )
  expect(withoutSecrets('GET https://a.example/x?key=hunter2')).toBe('GET https://a.example/x')
  expect(withoutSecrets('Authorization: Bearer fw_hunter2')).toBe('Authorization: Bearer …')
})

test('messages lose the secrets of links and of what is shared, and keep where in a file something happened', () => {
  for (const kind of ['link', 'shared'])
    for (const origin of ['', 'https://a.example']) {
      const told = withoutSecrets(`"${origin}/${kind}/0b8f7f8e.hunter2" failed (${origin}/${kind}/hunter2/picture)`)
      expect(told).not.toContain('hunter2')
      expect(told).toContain(`/${kind}/…`)
    }
  const stack = 'at f (https://a.example/assets/plan.page-DkL2c9aBcDeFgHiJkLmN.js:1:2345)'
  expect(withoutSecrets(stack)).toBe(stack)
})

test('secrets by name and the row that a database error quotes never reach the log', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(hunter2@example.com)',
  })
  const text = logged((log) =>
    log.error({ err: error, headers: { cookie: 'hunter2', authorization: 'hunter2' }, password: 'hunter2' }),
  )
  expect(text).toContain('23505')
  expect(text).not.toContain('hunter2')
})
