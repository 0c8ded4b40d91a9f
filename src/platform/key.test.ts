// Short names made from names.
import { expect, test } from 'vitest';
import { keyFrom } from './key.ts';

test.each([
	['Fédération des ONG', 'federation-des-ong'],
	['  Sport & Spel (2022) ', 'sport-spel-2022'],
	['جمعية', ''],
	['x'.repeat(59) + ' yz', 'x'.repeat(59)]
])('%j becomes %j', (name, key) => expect(keyFrom(name)).toBe(key));
