// A page that mostly reads; its few forms need no script.
export const csr = false;
