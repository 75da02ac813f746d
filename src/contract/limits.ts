/** Most bytes of one request other than an upload, as JSON. */
export const maxRequestBytes = 8 * 1024 * 1024;

/** Most bytes of one imported file. */
export const maxUploadBytes = 128 * 1024 * 1024;
