/** What the client tells the worker beside the requests: close all files, nothing more will be asked. */
export const closeFiles = 'driftbook: close files';

/** What the worker answers when all is closed and it may be ended. */
export const filesClosed = 'driftbook: files closed';
