/** The program of Electron's runtime, or null where it was not fetched. */
export function findElectron(): string | null;
/** Why a window of the desktop cannot be opened on this machine, whatever is installed; or null. */
export function reasonAgainstDesktop(): string | null;
