// The register from files: all of a file or nothing of it, and the same file again changes nothing.
import { operation } from '#platform/server/operation.ts';
import { takeTable } from '#platform/server/table-import.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import { organisationColumns, personColumns } from '../import-columns.ts';
import { takeOrganisation } from './import-organisations.ts';
import { takePerson } from './import-people.ts';

const mostRows = 20_000;

export const importOrganisations = operation({
	name: 'members.importOrganisations',
	input: inputs.registerFile,
	may: rules.mayKeepRegister,
	run: ({ input: { file, days }, ...caller }) =>
		takeTable(file, {
			columns: organisationColumns,
			mostRows,
			days,
			take: (cells) => takeOrganisation(caller, cells),
			columnOf: { startsOn: 'member_since', endsOn: 'member_until', otherOrganisationId: 'partner_of' }
		})
});

export const importPeople = operation({
	name: 'members.importPeople',
	input: inputs.registerFile,
	may: rules.mayKeepRegister,
	run: ({ input: { file, days }, ...caller }) =>
		takeTable(file, {
			columns: personColumns,
			mostRows,
			days,
			take: (cells) => takePerson(caller, cells),
			columnOf: { startsOn: 'since', endsOn: 'until', organisationId: 'organisation' }
		})
});
