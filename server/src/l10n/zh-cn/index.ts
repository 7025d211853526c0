/** Chinese. */
import type { Template } from '../translate';
import { ARGUMENTS } from './arguments';
import { CHECKS } from './checks';
import { FORMS } from './forms';
import { GENERATION } from './generation';
import { LAYERS } from './layers';
import { OPERATIONS } from './operations';
import { PAGES } from './pages';
import { PYTHON } from './python';
import { REASONS } from './reasons';
import { RULES } from './rules';
import { TRAINING } from './training';

export const ZH_CN: readonly Template[] = [
  ...TRAINING,
  ...GENERATION,
  ...CHECKS,
  ...LAYERS,
  ...OPERATIONS,
  ...ARGUMENTS,
  ...PAGES,
  ...REASONS,
  ...FORMS,
  ...RULES,
  ...PYTHON,
];
