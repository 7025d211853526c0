export { fuzz } from '../../tests/fuzzing';
