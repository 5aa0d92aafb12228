/** Redux middleware of consoles up to 4.21: the default export of redux-thunk 2. */
import type { ThunkMiddleware } from 'redux-thunk';
import * as reduxThunk from 'redux-thunk';

function hasDefault(module: object): module is { readonly default: ThunkMiddleware } {
  return 'default' in module;
}

function thunkOf(module: object): ThunkMiddleware {
  if (!hasDefault(module)) throw new Error('This page was not built with redux-thunk 2');
  return module.default;
}

export const thunk = thunkOf(reduxThunk);
