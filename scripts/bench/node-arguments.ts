/** As the extension starts its server. */
export { nodeArguments } from '../../client/src/node/node-arguments';
