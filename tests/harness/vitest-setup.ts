import { closeTestDatabases } from './database.ts'

closeTestDatabases()
