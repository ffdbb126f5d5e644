import type { data } from '@remix-run/node'

export type DataAnswer = ReturnType<typeof data>

/** Whether it is an answer made by `data` of Remix, which exports no such check. */
export const isDataAnswer = (answer: unknown): answer is DataAnswer =>
  typeof answer === 'object' &&
  answer !== null &&
  'type' in answer &&
  answer.type === 'DataWithResponseInit' &&
  'data' in answer
