/** Chinese. */
import type { Template } from '../translate';
import { ARGUMENTS } from './arguments';
import { CHECKS } from './checks';
import { FORMS } from './forms';
import { LAYERS } from './layers';
import { OPERATIONS } from './operations';
import { PAGES } from './pages';
import { PYTHON } from './python';
import { REASONS } from './reasons';
import { RULES } from './rules';
import { TRAINING } from './training';

export const ZH_CN: readonly Template[] = [
  ...TRAINING,
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
