// A page that only reads.
export const csr = false;
