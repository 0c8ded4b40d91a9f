// What members adds to the platform.
import { m } from '#paraglide/messages.js';
import { anyone } from '#platform/actor.ts';
import type { Module } from '#platform/server/module.ts';
import { importOrganisationsCommand, importPeopleCommand } from './commands.ts';
import { mostRegisterBytes } from '../inputs.ts';
import { mayKeepRegister, maySeePeople } from '../rules.ts';
import { prepareExample } from './example.ts';
import * as operations from './operations.ts';
import * as imports from './operations-import.ts';
import * as people from './operations-people.ts';
import { personal } from './personal.ts';
import { organisationsByKey } from './public.ts';
import { tiesOf } from './ties.ts';
import { facts, views } from './views.ts';

export const members: Module = {
	name: 'members',
	menu: [
		{
			area: 'public',
			href: '/organisations',
			label: (locale) => m.members_menu({}, { locale }),
			may: anyone,
			order: 40
		},
		{
			area: 'member',
			href: '/people',
			label: (locale) => m.members_people_menu({}, { locale }),
			may: maySeePeople,
			order: 60
		},
		{
			area: 'bureau',
			href: '/processing-register',
			label: (locale) => m.members_register_menu({}, { locale }),
			may: mayKeepRegister,
			order: 90
		}
	],
	uploads: ['/organisations/import', '/people/import'].map((path) => ({ path, bytes: mostRegisterBytes + 1_000_000 })),
	operations: { ...operations, ...people, ...imports },
	commands: [importOrganisationsCommand, importPeopleCommand],
	facts,
	views,
	referables: [{ refersTo: 'organisation', all: organisationsByKey }],
	personal,
	tiesOf,
	prepareExample
};
