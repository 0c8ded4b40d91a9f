// One button; and no script needs to know the token.
export const csr = false;
