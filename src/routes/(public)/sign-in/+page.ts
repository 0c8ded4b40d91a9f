// Often the first page that somebody sees, on whatever line: it needs no script.
export const csr = false;
