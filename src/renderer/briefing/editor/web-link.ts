/** Whether an address may be a link: of the web, and nothing that runs or reads a file. */
export function isWebLink(address: string): boolean {
  return /^https?:\/\/[^\s]+$/iu.test(address) && URL.canParse(address);
}
