/** Redux middleware of consoles from 4.22 on: redux-thunk 3 exports it by name. */
export { thunk } from 'redux-thunk';
