/** `npm run screenshots`: retakes the pictures of the documentation. Not part of the tests. */
import { defineConfig } from '@playwright/test';
import base from './playwright.config';

export default defineConfig({
  ...base,
  testMatch: '**/docPictures.ts',
  workers: 1,
  use: { ...base.use, viewport: { width: 1280, height: 800 } },
});
