import type { FastifyRequest } from 'fastify'
import { LOCAL_USER, type Viewer } from '../core/access/viewer.ts'

/** Decides who is asking, from a request. Accounts and sessions replace this one function. */
export type ViewerOf = (request: FastifyRequest) => Viewer

/** The embedded store on loopback has one user, and it is whoever sits at this machine. */
export const localViewer: ViewerOf = () => LOCAL_USER
