import { type ActionFunctionArgs, type LoaderFunctionArgs, type ServerBuild, data } from '@remix-run/node'
import { isUnavailable } from '#db/unavailable.ts'
import { readForm } from '#app/runner/read-form.server.ts'
import { unavailable } from '#app/runner/refusal.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { replyTo } from '#app/runner/submit.server.ts'

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
 * The build, with what every loader and action does for a form that it cannot take: all that was typed comes back, on the form's own
 * page, or on the error page where that cannot be shown (signed out, removed, refused). While the database is away, frozen or
 * overloaded, the answer is 503 instead of a fault of ours.
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
          answer(args, loader, async () => {
            if (!page) throw bare()
            throw await keeping(data({ message: 'Firstwin is busy.' }, { status: 503 }), args.context)
          }),
      }),
      ...(action && {
        action: (args: ActionFunctionArgs) => {
          forms.set(args.context, args.request.clone())
          return answer(args, action, async () => {
            if (!page) throw bare()
            return replyTo(unavailable(), (await postedIn(args.context)) ?? {})
          })
        },
      }),
    },
  }
}

async function answer<Args extends LoaderFunctionArgs>(
  args: Args,
  work: (args: Args) => unknown,
  otherwise: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await work(args)
  } catch (error) {
    if (isRefusal(error)) throw await keeping(error, args.context)
    if (!isUnavailable(error)) throw error
    const { parts, requestId } = args.context
    parts.log.warn({ err: error, requestId }, 'the database could not answer')
    return otherwise()
  }
}

type RefusalData = ReturnType<typeof data<{ message: string }>>

/** Whether it is what guards and commands refuse with. */
function isRefusal(thrown: unknown): thrown is RefusalData {
  if (typeof thrown !== 'object' || thrown === null || !('type' in thrown && 'data' in thrown)) return false
  if (thrown.type !== 'DataWithResponseInit' || typeof thrown.data !== 'object' || thrown.data === null) return false
  return 'message' in thrown.data && typeof thrown.data.message === 'string'
}

/** A refusal, with the form that it is about. */
async function keeping({ data: said, init }: RefusalData, context: Context) {
  const values = await postedIn(context)
  return data({ ...said, ...(values && { values }) }, init ?? undefined)
}

const bare = () => new Response('Firstwin is busy. Please try again in a moment.', { status: 503 })
