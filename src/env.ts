// The environment variables that the web application reads, through `$app/env/private`. The list itself stands with the settings.
import { defineEnvVars } from '@sveltejs/kit/env';
import { environment } from './platform/server/settings.ts';

export const variables = defineEnvVars(environment);
