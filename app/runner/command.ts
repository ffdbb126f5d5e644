import type { z } from 'zod'
import type { Selectable } from 'kysely'
import type { Plan, Workspace } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Actor, CommandName, Scope, Standing, commandRules } from '#app/policy/policy.ts'
import type { ChatTopic } from '#app/outbox/chat-topics.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'
import type { Compute } from '#app/kit/computations.ts'
import type { SealPurpose } from '#app/kit/sealed.server.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { NewEvent } from './events/catalogue.ts'
import type { Fault } from './refusal.ts'

/** A value as the activity keeps it and as two senders' versions are compared. */
export type PlainValue = string | number | boolean | null | PlainValue[] | { [key: string]: PlainValue }

type RowOf = { plan: Selectable<Plan>; workspace: Selectable<Workspace> }
export type ScopeRow<Kind extends Scope> = RowOf[Kind]

export type SeenValues = Readonly<Record<string, unknown>>

export type CommandContext<Input, Kind extends Scope> = {
  trx: WorkspaceTransaction
  /** Sends jobs and links; the record of who did it. */
  actor: Actor
  standings: ReadonlySet<Standing>
  workspaceId: string
  /** The scope's row, locked. */
  row: ScopeRow<Kind>
  input: Input
  now: Date
  /** Today in a time zone. */
  todayIn(zone: string): IsoDate
  /**
   * Writes one event to the activity of the scope (or of `scopeId`, for a plan that the command has just created); returns its
   * number.
   */
  record(event: NewEvent, created?: { scope: Scope; scopeId: string }): Promise<number>
  notify(notice: NewNotice): Promise<void>
  /** Tells the channels of the workspace that want to know of it. */
  tellChannels(topic: ChatTopic, planId: string): Promise<void>
  /** Tells the channels that got a post about a win that it was withdrawn, and the others nothing. @param since when it was confirmed */
  untellChannels(planId: string, since: Date): Promise<void>
  /** Queues an email that waits without a job. */
  queueEmail(notice: { id: string; kind: string }): Promise<void>
  /**
   * Runs a long computation outside the event loop.
   * @throws Refusal 429 when too many are waiting
   */
  compute: Compute
  /** Encrypts what must be kept and shown to no one, such as another system's secret. */
  seal(purpose: SealPurpose, text: string): string
  /** Why an address that a person typed is never asked by us, in words for that person. */
  whyNeverAsked(address: string): string | undefined
  /** What the database keeps of the secret of a new link with this id. */
  linkHash(id: string): string
}

export type CompareContext<Input, Kind extends Scope> = Pick<
  CommandContext<Input, Kind>,
  'trx' | 'row' | 'input' | 'workspaceId' | 'actor' | 'standings'
>

/** The stored values of the fields that two people might change at once, with the subject whose activity says who did. */
export type ComparedFields = {
  subjectId: string
  fields: Record<string, ComparedField>
  /** The sender may know who changed these fields, also where the activity tells one side alone of it. */
  tellsEveryChange?: boolean
}

/** `noted` says where the activity mentions the field, where that is not under the subject and the field's own name. */
export type ComparedField = { label: string; value: PlainValue; noted?: { subjectId: string; field: string } }

type NameIn<Kind extends Scope> = {
  [Name in CommandName]: (typeof commandRules)[Name]['scope'] extends Kind ? Name : never
}[CommandName]

export type Command<
  Kind extends Scope,
  Schema extends z.ZodObject,
  Result extends PlainValue,
  Name extends NameIn<Kind> = NameIn<Kind>,
> = {
  name: Name
  scope: Kind
  input: Schema
  /** Where fields are compared with what the sender saw. Not found → throw. */
  current?(context: CompareContext<z.infer<Schema>, Kind>): Promise<ComparedFields>
  /**
   * Contradictions within the input, as far as it can be read, reported together with what cannot be read. `run` refuses what
   * contradicts stored values.
   */
  contradictions?(readable: Partial<z.infer<Schema>>): readonly Fault[]
  /** The sender confirms all fields: a conflict is reported for each that changed since it was read, touched or not. */
  standsByAll?: boolean
  /**
   * The one transaction's work. `touched` holds the compared fields that the sender really changed; others keep what is stored.
   * Throws a Refusal for what this row does not allow.
   */
  run(context: CommandContext<z.infer<Schema>, Kind>, touched: ReadonlySet<string>): Promise<Result>
}

/** Types a command; its name must be in the policy's table, with the same scope. */
export const defineCommand = <
  Kind extends Scope,
  Schema extends z.ZodObject,
  Result extends PlainValue,
  Name extends NameIn<Kind>,
>(
  command: Command<Kind, Schema, Result, Name>,
): Command<Kind, Schema, Result, Name> => command
