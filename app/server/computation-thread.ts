import { type ComputationRequest, findComputation } from './computation-list.ts'

/** What a thread does; started by `computations.server.ts`, by Node alone. */
export default ({ name, input }: ComputationRequest): unknown => findComputation(name).compute(input)
