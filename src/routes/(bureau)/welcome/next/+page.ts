// A page that only reads: it sends no script.
export const csr = false;
