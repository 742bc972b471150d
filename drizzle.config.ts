import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/platform/tables.server.ts', './src/domaines/*/tables.server.ts', './src/domaines/*/tables/*.server.ts'],
  out: './migrations',
  casing: 'snake_case'
})
