// Mostly for reading, and long: no script, and rendered faster. Its few forms need none.
export const csr = false;
