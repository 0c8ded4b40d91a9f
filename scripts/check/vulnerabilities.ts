// What npm's audit says, read: high and critical in what runs in production fail, the rest is told.

type Via = string | { title: string; url: string };
type Vulnerable = { name: string; severity: string; via: Via[]; nodes: string[]; range: string };

export type Audit = {
	auditReportVersion?: number;
	vulnerabilities?: Record<string, Vulnerable>;
	/** When there is no answer. */
	message?: string;
	error?: { summary?: string; detail?: string };
};

const grave = new Set(['high', 'critical']);

const told = ({ name, severity, range, via }: Vulnerable) => {
	const reasons = via.flatMap((each) => (typeof each === 'string' ? [] : [`${each.title} (${each.url})`]));
	return `${name} ${range}: ${severity}${reasons.length > 0 ? `, ${reasons.join('; ')}` : ''}`;
};

/** `isProduction` tells whether a place in node_modules is installed in production too. */
export function vulnerabilityFindings(
	audit: Audit,
	isProduction: (node: string) => boolean
): { findings: string[]; remark: string } {
	if (!audit.vulnerabilities) {
		const reason = audit.error?.summary || audit.message || audit.error?.detail || 'no answer';
		return { findings: [], remark: `not checked: known vulnerabilities of dependencies (${reason.split('\n')[0]})` };
	}
	const all = Object.values(audit.vulnerabilities);
	const failing = all.filter(({ severity, nodes }) => grave.has(severity) && nodes.some(isProduction));
	const rest = all.filter((each) => !failing.includes(each));
	const remark = rest.length === 0 ? 'No known vulnerabilities.' : `Known, not failing: ${rest.map(told).join(' · ')}`;
	return { findings: failing.map(told), remark };
}
