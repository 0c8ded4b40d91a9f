// THE list of modules, in order of dependence.
import { installModules } from '#platform/server/module.ts';
import { access } from './access/server/module.ts';
import { agenda } from './agenda/server/module.ts';
import { channels } from './channels/server/module.ts';
import { deliverables } from './deliverables/server/module.ts';
import { groups } from './groups/server/module.ts';
import { intake } from './intake/server/module.ts';
import { members } from './members/server/module.ts';
import { plan } from './plan/server/module.ts';
import { reports } from './reports/server/module.ts';
import { tasks } from './tasks/server/module.ts';
import { comments } from './comments/server/module.ts';
import { search } from './search/server/module.ts';

export const list = installModules([
	members,
	access,
	groups,
	agenda,
	channels,
	deliverables,
	plan,
	intake,
	tasks,
	reports,
	comments,
	search
]);
