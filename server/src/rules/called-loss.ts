/** Edits where a program calls a loss itself: the loss that goes with the labels, at its class or function. */
import type { Analysis } from '../analysis/analysis';
import { callAt } from '../analysis/arguments';
import { asPrimary, replaced } from '../analysis/training';
import type { RefusalRecord } from '../interpreter/trace';
import { isKnown } from '../shapes/dimension';
import { CLASS_OF, type LabelFacts, oneHotText } from './label-fixes';
import type { FixIdea } from './rule';

export function calledLossIdeas(refusal: RefusalRecord, analysis: Analysis, facts: LabelFacts): FixIdea[] {
  const { labels, outputs, labelKind, loss } = facts;
  const classes = outputs[outputs.length - 1];
  const isOneHot = labels.length === outputs.length && labels[labels.length - 1] === classes;
  const wanted =
    labelKind === 'one-hot'
      ? 'sparse_categorical_crossentropy'
      : labelKind === 'class-numbers' && isOneHot
        ? 'categorical_crossentropy'
        : null;
  const call = callAt(refusal.site);
  const ideas: FixIdea[] = [];
  // The class where the loss is made, or the function that is called.
  const found = callAt(refusal.constructed) ?? call;
  const func = found?.call.func;
  const name = func?.kind === 'Attribute' ? func.attr : func?.kind === 'Name' ? func.id : null;
  const isClass = name !== null && name === CLASS_OF[loss];
  if (found && func && wanted && (isClass || name === loss)) {
    const other = (isClass ? CLASS_OF[wanted] : wanted) ?? wanted;
    const edit = replaced(analysis, found.site, func, (text) => text.slice(0, -name.length) + other);
    // A name by itself would have to be imported first.
    if (edit && func.kind === 'Attribute') ideas.push({ title: `Use \`${other}\``, edits: [edit] });
  }
  const given = call?.call.args[0];
  const make = classes !== undefined && isKnown(classes) ? oneHotText(analysis, classes) : null;
  if (call && given && make && labelKind === 'one-hot') {
    const edit = replaced(analysis, call.site, given, (text) => make(asPrimary(given, text)));
    if (edit) ideas.push({ title: `Make the labels one-hot, of ${classes} classes`, edits: [edit] });
  }
  if (call && given && labels.length === outputs.length - 1) {
    const edit = replaced(analysis, call.site, given, (text) => `${asPrimary(given, text)}[..., None]`);
    if (edit) ideas.push({ title: 'Give the labels a last axis: `[..., None]`', edits: [edit] });
  }
  return ideas;
}
