/**
 * A computation that may block the event loop for more than 50 ms: a pure function, with a name by which a thread
 * finds it. Input and output are copied, so they are plain data.
 */
export type Computation<Input, Output> = { readonly name: string; compute(input: Input): Output | Promise<Output> }

/** Who the work is for: programs and jobs must not make people wait. */
export type Queue = 'people' | 'programs' | 'jobs'

export type Computations = {
  /**
   * Computes outside the event loop, within its queue's time limit.
   * @throws OverloadedError when too many wait already, or when it took too long
   */
  run<Input, Output>(queue: Queue, computation: Computation<Input, Output>, input: Input): Promise<Output>
}

/** Computes in one known queue. */
export type Compute = <Input, Output>(computation: Computation<Input, Output>, input: Input) => Promise<Output>

/** Thrown by what the server loads and caught by what the bundle loads, where it is another class: ask by `isOverloaded`. */
export class OverloadedError extends Error {
  override name = 'Overloaded'
  readonly reason: 'busy' | 'too long'

  constructor(reason: 'busy' | 'too long') {
    super(reason === 'busy' ? 'Too many computations wait.' : 'The computation took too long.')
    this.reason = reason
  }
}

export const isOverloaded = (error: unknown): error is OverloadedError =>
  error instanceof Error && error.name === 'Overloaded'
