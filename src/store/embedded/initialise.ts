// Run as a process by template.ts: makes an empty database in the folder named on the command line.
import { PGlite } from '@electric-sql/pglite'

const pglite = await PGlite.create(process.argv[2]!)
await pglite.exec('checkpoint')
await pglite.close()
