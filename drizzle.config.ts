// Where drizzle-kit finds the tables and writes the migrations.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: ['./src/platform/server/*schema.ts', './src/modules/*/server/*schema.ts'],
	out: './migrations',
	casing: 'snake_case'
});
