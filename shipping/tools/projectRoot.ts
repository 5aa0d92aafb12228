/** The project's folder, where tests and scripts of shipping/ find what they look at. */
import path from 'node:path';

export const projectRoot = path.resolve(__dirname, '../..');
