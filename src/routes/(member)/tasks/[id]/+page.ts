// A page that is mostly read: it sends no script, and its forms work without.
export const csr = false;
