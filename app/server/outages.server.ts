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
const isSecret = (name: string) => /secret|password/i.test(name)

/** All that was posted, secrets aside; undefined where nothing was, or nothing that can be read. */
async function postedIn(context: Context): Promise<PostedValues | undefined> {
  const form = forms.get(context)?.clone()
  const values = form && (await readForm(form).catch(() => undefined))
  return values && Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)))
}

/**
 * The build, with what every loader and action does when the database is away, frozen or overloaded: 503 instead of a fault of ours.
 * A form is answered with all that was typed; where its page cannot be shown either, the error page holds it, to be sent again.
 */
export function withOutages(build: ServerBuild): ServerBuild {
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
            const values = await postedIn(args.context)
            throw data({ message: 'Firstwin is busy.', ...(values && { values }) }, { status: 503 })
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
    if (!isUnavailable(error)) throw error
    const { parts, requestId } = args.context
    parts.log.warn({ err: error, requestId }, 'the database could not answer')
    return otherwise()
  }
}

const bare = () => new Response('Firstwin is busy. Please try again in a moment.', { status: 503 })
