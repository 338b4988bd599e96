import type { Problem } from '../../core/problem.ts'

/** Why a request gave nothing: the server's own problem, or that no server answered (status 0). */
export class Fault extends Error {
  readonly status: number
  readonly problem: Problem | undefined
  constructor(status: number, message: string, problem?: Problem) {
    super(message)
    this.name = 'Fault'
    this.status = status
    this.problem = problem
  }
}
