/**
 * A computation that may take longer than the event loop should wait (50 ms): a pure function, with a name by which a thread
 * finds it. Input and output are copied, so they are plain data.
 */
export type Computation<Input, Output> = { readonly name: string; compute(input: Input): Output | Promise<Output> }

/** Whose work it is: neither programs nor jobs keep people waiting. */
export type Queue = 'people' | 'programs' | 'jobs'

export type Computations = {
  /**
   * Computes beside the event loop, within the time that its queue has.
   * @throws Overloaded when too many wait already, or when it took too long
   */
  run<Input, Output>(queue: Queue, computation: Computation<Input, Output>, input: Input): Promise<Output>
}

/** Computes for someone in particular, whose queue is known. */
export type Compute = <Input, Output>(computation: Computation<Input, Output>, input: Input) => Promise<Output>

/** Thrown by what the server loads and caught by what the bundle loads, where it is another class: ask by `isOverloaded`. */
export class Overloaded extends Error {
  override name = 'Overloaded'
  readonly reason: 'busy' | 'too long'

  constructor(reason: 'busy' | 'too long') {
    super(reason === 'busy' ? 'Too many computations wait.' : 'The computation took too long.')
    this.reason = reason
  }
}

export const isOverloaded = (error: unknown): error is Overloaded =>
  error instanceof Error && error.name === 'Overloaded'
