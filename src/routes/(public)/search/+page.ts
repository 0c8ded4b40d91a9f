// Only for reading: no script, and rendered faster.
export const csr = false;
