// a signed link opens on any phone, without a script
export const csr = false
