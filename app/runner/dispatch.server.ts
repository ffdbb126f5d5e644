import type { AppLoadContext, data } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor, CommandName, Scope } from '#app/policy/policy.ts'
import type { Command, PlainValue } from './command.ts'
import type { PostedValues, Reply } from './reply.ts'
import { type Destination, submit } from './submit.server.ts'
import { type FormHandler, type FormOptions, asReply, takeForm } from './take-form.server.ts'

type Context = Pick<AppLoadContext, 'parts' | 'commands'>
type Commands = Context['commands']

/** Who gives the commands of a page, and on which plan or workspace. */
export type FormSender = { context: Context; actor: Actor | null; scopeId: string }

type Input = Record<string, unknown>
type Answered<Answer> = ReturnType<typeof data<Reply | Answer>>

/** How a page's form becomes a command, where the result `Result` is the command's own. */
type FormOf<Result, Answer> = {
  /** Reads the form, where the command's input is not simply what was posted. */
  input?(values: PostedValues, file: Uint8Array | null): Input | Promise<Input>
  /** The idempotency key, where the form carries none since it serves many rows. */
  key?(values: PostedValues): string
  /** Called before the command: a form may ask for an answer instead of it, such as a preview. Undefined: run the command. */
  before?(values: PostedValues, input: Input): Promise<Answered<Answer> | undefined> | undefined
  /** Where to go when it is done. */
  then(result: Result, values: PostedValues): string | Destination
}

type ResultOf<Name extends CommandName> = Awaited<ReturnType<Commands[Name]['run']>>

/** A page's forms by their intent, which is the name of the command that each gives. */
export type CommandForms<Answer> = {
  readonly [Name in CommandName]?: FormOf<ResultOf<Name>, Answer> | FormHandler<Answered<Answer>>
}

/**
 * Answers a page's form: its intent names one of the commands that the page gives, or one of its `others`.
 * @param others forms that give no command, such as one that only tests what was typed
 * @throws a 400 page for an intent that the page does not have; whatever `submit` throws
 */
export const dispatch = <Answer = never>(
  request: Request,
  sender: FormSender,
  forms: CommandForms<Answer>,
  { others = {}, ...options }: FormOptions & { others?: Readonly<Record<string, FormHandler<Answered<Answer>>>> } = {},
): Promise<Answered<Answer>> =>
  takeForm<Answered<Answer>>(request, { ...others, ...handlersOf(request, sender, forms) }, options)

function handlersOf<Answer>(request: Request, sender: FormSender, forms: CommandForms<Answer>) {
  const { commands } = sender.context
  const handlers: Record<string, FormHandler<Answered<Answer>>> = {}
  for (const [name, form] of Object.entries(forms)) {
    if (!isNameIn(commands, name)) throw new Error(`There is no command "${name}"`)
    handlers[name] = asReply(
      request,
      typeof form === 'function' ? form : handlerOf(request, sender, commands[name], form),
    )
  }
  return handlers
}

const isNameIn = (commands: Commands, name: string): name is CommandName => Object.hasOwn(commands, name)

const handlerOf =
  <Answer>(
    request: Request,
    { context: { parts }, actor, scopeId }: FormSender,
    command: Command<Scope, z.ZodObject, PlainValue>,
    { input: read, key, before, then }: FormOf<PlainValue, Answer>,
  ): FormHandler<Answered<Answer>> =>
  async (values, file) => {
    const input = read ? await read(values, file) : values
    const form = { request, parts, actor, scopeId, values, input, idempotencyKey: key?.(values) }
    return (await before?.(values, input)) ?? submit(command, form, (result) => then(result, values))
  }
