// what anyone may see works without a script
export const csr = false
