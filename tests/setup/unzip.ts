// Looks into office files: the texts in a zip, and whether an XML text is well formed.
import { inflateRawSync } from 'node:zlib';

const CENTRAL = 0x02014b50;

/** Names and contents of the files in a zip, by its central directory. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
	const buffer = Buffer.from(bytes);
	const files = new Map<string, Buffer>();
	const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	for (let at = buffer.readUInt32LE(end + 16); buffer.readUInt32LE(at) === CENTRAL;) {
		const [method, size] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 20)];
		const [name, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset)) as [
			number,
			number,
			number
		];
		const local = buffer.readUInt32LE(at + 42);
		const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
		const raw = buffer.subarray(from, from + size);
		files.set(buffer.toString('utf8', at + 46, at + 46 + name), method === 0 ? raw : inflateRawSync(raw));
		at += 46 + name + extra + comment;
	}
	return files;
}

/** What is wrong with it, or undefined: tags that close in order, one root, no bare `&` and no `<` in a text. */
export function faultOfXml(text: string): string | undefined {
	const open: string[] = [];
	const body = text.replace(/^\uFEFF?<\?xml[^?]*\?>/, '').replaceAll(/<!--.*?-->/gs, '');
	let last = 0;
	for (const match of body.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g)) {
		const between = body.slice(last, match.index);
		if (between.includes('<')) return `a loose < near ${between.slice(0, 80)}`;
		if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(between + match[3])) return `a loose & near ${between}`;
		last = match.index + match[0].length;
		if (match[1]) {
			if (open.pop() !== match[2]) return `</${match[2]}> closes what is not open`;
		} else if (!match[4]) open.push(match[2]!);
	}
	return open.length > 0 ? `<${open.at(-1)}> stays open` : undefined;
}
