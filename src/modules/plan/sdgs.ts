// The seventeen Sustainable Development Goals by their short names (United Nations, resolution A/RES/70/1), in order of their numbers.
import type { Localized } from '#platform/localized.ts';

const names: readonly Required<Localized>[] = [
	{ nl: 'Geen armoede', en: 'No poverty' },
	{ nl: 'Geen honger', en: 'Zero hunger' },
	{ nl: 'Goede gezondheid en welzijn', en: 'Good health and well-being' },
	{ nl: 'Kwaliteitsonderwijs', en: 'Quality education' },
	{ nl: 'Gendergelijkheid', en: 'Gender equality' },
	{ nl: 'Schoon water en sanitair', en: 'Clean water and sanitation' },
	{ nl: 'Betaalbare en duurzame energie', en: 'Affordable and clean energy' },
	{ nl: 'Waardig werk en economische groei', en: 'Decent work and economic growth' },
	{ nl: 'Industrie, innovatie en infrastructuur', en: 'Industry, innovation and infrastructure' },
	{ nl: 'Ongelijkheid verminderen', en: 'Reduced inequalities' },
	{ nl: 'Duurzame steden en gemeenschappen', en: 'Sustainable cities and communities' },
	{ nl: 'Verantwoorde consumptie en productie', en: 'Responsible consumption and production' },
	{ nl: 'Klimaatactie', en: 'Climate action' },
	{ nl: 'Leven in het water', en: 'Life below water' },
	{ nl: 'Leven op het land', en: 'Life on land' },
	{ nl: 'Vrede, justitie en sterke publieke diensten', en: 'Peace, justice and strong institutions' },
	{ nl: 'Partnerschap om doelstellingen te bereiken', en: 'Partnerships for the goals' }
];

export const sdgName = (sdg: number): Required<Localized> | undefined => names[sdg - 1];
