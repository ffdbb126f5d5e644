import { closeTestDatabases } from './database.ts'
import { holdStatements } from './statements.ts'

closeTestDatabases()
holdStatements()
