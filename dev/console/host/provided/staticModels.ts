/**
 * The console's static models. Ours are all discovered from the API, so there are none; the SDK only needs
 * the module to exist.
 */
export {};
