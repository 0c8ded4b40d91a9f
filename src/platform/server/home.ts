// The database of this installation: your own when DATABASE_URL says so, otherwise the embedded one in the data folder.
import { startCluster, type Cluster } from './cluster.ts';
import { checkDatabase } from './reach.ts';
import type { Settings } from './settings.ts';

export type Home = {
	url: string;
	/** Only when the database is the embedded one. */
	cluster: Cluster | undefined;
	/** Lets go of it; a database of your own is never stopped. */
	leave: () => Promise<void>;
};

/** Starts or finds the database and sees that it answers. Throws a Problem. */
export async function openHome({ databaseUrl, dataFolder }: Settings): Promise<Home> {
	if (databaseUrl) {
		await checkDatabase(databaseUrl);
		return { url: databaseUrl, cluster: undefined, leave: async () => {} };
	}
	const cluster = await startCluster(dataFolder);
	return { url: cluster.url, cluster, leave: cluster.stop };
}
