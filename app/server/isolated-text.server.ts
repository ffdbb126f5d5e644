import { type ActionFunctionArgs, type LoaderFunctionArgs, type ServerBuild, data } from '@remix-run/node'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { isDataAnswer } from './data-answer.ts'

type Route = NonNullable<ServerBuild['routes'][string]>

/**
 * The build, with right-to-left texts isolated in what loaders return, so that they keep their direction to themselves in
 * sentences, labels and titles. Fields and schemas remove the marks again (`ui/text-field.tsx`).
 */
export function withIsolatedText(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && isolating(route)] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

function isolating(route: Route): Route {
  const { loader, action, default: page } = route.module
  if (!page) return route
  return {
    ...route,
    module: {
      ...route.module,
      ...(loader && { loader: async (args: LoaderFunctionArgs) => answerOf(await loader(args)) }),
      ...(action && { action: async (args: ActionFunctionArgs) => answerOf(await action(args)) }),
    },
  }
}

const answerOf = (answer: unknown): unknown =>
  isDataAnswer(answer) ? data(isolatedIn(answer.data), answer.init ?? undefined) : isolatedIn(answer)

/** Addresses, and JSON that a hidden field carries, are read by programs. People start texts with a bracket or a quotation mark, too. */
const isForPrograms = (text: string) => /^\/|^https?:/.test(text) || (/^[[{"]/.test(text) && isJson(text))

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The same value where nothing in it is written from right to left, so that ordinary pages are not copied. */
export function isolatedIn(value: unknown): unknown {
  if (typeof value === 'string') {
    const apart = isolateDirection(value)
    return apart === value || isForPrograms(value) ? value : apart
  }
  if (Array.isArray(value)) {
    const items = value.map(isolatedIn)
    return items.some((item, at) => item !== value[at]) ? items : value
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value).map(([key, it]: [string, unknown]) => [key, it, isolatedIn(it)] as const)
  if (entries.every(([, before, after]) => before === after)) return value
  return Object.fromEntries(entries.map(([key, , after]) => [key, after]))
}
