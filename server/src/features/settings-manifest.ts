/** The settings as an extension's manifest declares them, and the texts that it names. */
import type { Rule } from '../rules';
import { RULE_LEVELS, SETTING_PREFIX, SETTINGS, type SettingSchema } from './settings';

export interface SettingsManifest {
  /** `contributes.configuration`, its texts as `%names%`. */
  readonly configuration: {
    readonly title: string;
    readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  /** The English texts by their names: a part of `package.nls.json`. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Every rule can be given a level by its name. */
export function settingsManifest(rules: readonly Rule[]): SettingsManifest {
  const texts: Record<string, string> = {};
  const name = (key: string, text: string): string => {
    texts[key] = text;
    return `%${key}%`;
  };
  const properties: Record<string, Record<string, unknown>> = {};
  for (const [order, [key, schema]] of Object.entries<SettingSchema>(SETTINGS).entries()) {
    const { description, markdownEnumDescriptions, ...rest } = schema;
    const choices = markdownEnumDescriptions?.map((text, i) => name(`setting.${key}.${schema.enum?.[i]}`, text));
    properties[`${SETTING_PREFIX}.${key}`] = {
      order,
      ...rest,
      ...(choices ? { markdownEnumDescriptions: choices } : {}),
      ...(key === 'diagnostics.levels' ? { properties: levels(rules, name), additionalProperties: false } : {}),
      markdownDescription: name(`setting.${key}`, description),
    };
  }
  return { configuration: { title: 'Keras Shapes', properties }, texts };
}

function levels(rules: readonly Rule[], name: (key: string, text: string) => string): Record<string, unknown> {
  return Object.fromEntries(
    rules.map(({ code, title, level }) => [
      code,
      { type: 'string', enum: RULE_LEVELS, default: level, description: name(`rule.${code}`, title) },
    ]),
  );
}
