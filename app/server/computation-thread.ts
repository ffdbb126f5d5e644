import { type ComputationRequest, findComputation } from './find-computation.ts'

/** What a thread does; started by `make-computations.server.ts`, by Node alone. */
export default ({ name, input }: ComputationRequest): unknown => findComputation(name).compute(input)
