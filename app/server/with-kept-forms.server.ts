import { type ActionFunctionArgs, type LoaderFunctionArgs, type ServerBuild, data } from '@remix-run/node'
import { isUnavailable } from '#db/is-unavailable.ts'
import { readForm } from '#app/runner/read-form.server.ts'
import { databaseUnavailable } from '#app/runner/refusal.ts'
import type { PostedValues, Reply } from '#app/runner/reply.ts'
import { refusedReply } from '#app/runner/submit.server.ts'
import { isDataAnswer } from './data-answer.ts'
import { busyWords, failedWords } from './refused-words.ts'

type Route = NonNullable<ServerBuild['routes'][string]>
type Context = LoaderFunctionArgs['context']

/** The form of a request that is being answered, to be read again where its answer fails; by the request's own context. */
const forms = new WeakMap<Context, Request>()

/** Never sent back into a page. */
const isSecret = (name: string) => /secret|password|^code$/i.test(name)

/** All that was posted, secrets aside; undefined where nothing was, or nothing that can be read. */
async function postedIn(context: Context): Promise<PostedValues | undefined> {
  const form = forms.get(context)?.clone()
  const values = form && (await readForm(form).catch(() => undefined))
  return values && Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)))
}

/**
 * The build, with a fallback for forms that an action cannot answer: everything typed comes back, on the form's own page, or
 * on the error page where that cannot be shown (signed out, removed, refused), also after internal errors. While the database
 * is unavailable or overloaded, the answer is 503 instead.
 */
export function withKeptForms(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && guarded(route)] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

function guarded(route: Route): Route {
  const { loader, action, default: page } = route.module
  return {
    ...route,
    module: {
      ...route.module,
      ...(loader && {
        loader: (args: LoaderFunctionArgs) =>
          answer(args, loader, {
            async unavailable() {
              if (!page) throw bare()
              throw await keeping(data({ message: busyWords.page }, { status: 503 }), args.context)
            },
            fault: (values) => {
              throw data({ message: '', values }, { status: 500 })
            },
          }),
      }),
      ...(action && {
        action: (args: ActionFunctionArgs) => {
          if (page) forms.set(args.context, args.request.clone())
          return answer(args, action, {
            async unavailable() {
              if (!page) throw bare()
              return refusedReply(databaseUnavailable(), (await postedIn(args.context)) ?? {})
            },
            fault: (values) => faultReply(values, args.context.requestId),
          })
        },
      }),
    },
  }
}

type Otherwise = {
  unavailable(): Promise<unknown>
  /** For an internal error while a form is answered; it has been logged by then. */
  fault(values: PostedValues): unknown
}

async function answer<Args extends LoaderFunctionArgs>(
  args: Args,
  work: (args: Args) => unknown,
  otherwise: Otherwise,
): Promise<unknown> {
  const { context, request } = args
  const { parts, requestId } = context
  try {
    return await work(args)
  } catch (error) {
    if (isRefusal(error)) throw await keeping(error, context)
    if (isUnavailable(error)) {
      parts.log.warn({ err: error, requestId }, 'the database could not answer')
      return otherwise.unavailable()
    }
    const isAnswer = error instanceof Response || isDataAnswer(error)
    const values = isAnswer || request.signal.aborted ? undefined : await postedIn(context)
    if (!values) throw error
    parts.log.error({ err: error, requestId }, 'fault')
    return otherwise.fault(values)
  }
}

/** The form's own page again with all that was typed; sent under the same key, it is not saved twice. */
const faultReply = (values: PostedValues, requestId: string) =>
  data<Reply>(
    {
      status: 'invalid',
      unsent: 'failed',
      message: failedWords(requestId),
      faults: [],
      values,
    },
    { status: 500 },
  )

type RefusalData = ReturnType<typeof data<{ message: string }>>

/** Whether it is what guards and commands refuse with. */
function isRefusal(thrown: unknown): thrown is RefusalData {
  if (!isDataAnswer(thrown) || typeof thrown.data !== 'object' || thrown.data === null) return false
  return 'message' in thrown.data && typeof thrown.data.message === 'string'
}

/** A refusal, with the form that it is about. */
async function keeping({ data: said, init }: RefusalData, context: Context) {
  const values = await postedIn(context)
  return data({ ...said, ...(values && { values }) }, init ?? undefined)
}

const bare = () => new Response(busyWords.data, { status: 503 })
