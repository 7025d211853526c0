/** Data sets of `tensorflow_datasets` that many programs use: splits, and what an element holds. */
import type { DType } from '../../shapes/dtype';

/** `null` is a size that differs from sample to sample. */
export type Feature = readonly [shape: readonly (number | null)[], dtype: DType];

export interface KnownData {
  /** Elements of each split. */
  readonly splits: Readonly<Record<string, number>>;
  readonly features: Readonly<Record<string, Feature>>;
  /** Input and target of `as_supervised=True`. */
  readonly supervised: readonly [string, string];
  readonly classes?: number;
}

const LABEL: Feature = [[], 'int64'];
const TEXT: Feature = [[], 'string'];
const picture = (...shape: (number | null)[]): Feature => [shape, 'uint8'];
const ANY_PICTURE = picture(null, null, 3);

function pictures(
  image: Feature,
  classes: number,
  splits: Readonly<Record<string, number>>,
  more: Readonly<Record<string, Feature>> = {},
): KnownData {
  return { splits, features: { ...more, image, label: LABEL }, supervised: ['image', 'label'], classes };
}

const digits = pictures(picture(28, 28, 1), 10, { train: 60_000, test: 10_000 });

/** By their names; a configuration behind a slash is left out where it changes nothing here. */
export const KNOWN: Readonly<Record<string, KnownData>> = {
  mnist: digits,
  fashion_mnist: digits,
  kmnist: digits,
  'emnist/letters': pictures(picture(28, 28, 1), 37, { train: 88_800, test: 14_800 }),
  'emnist/balanced': pictures(picture(28, 28, 1), 47, { train: 112_800, test: 18_800 }),
  cifar10: pictures(picture(32, 32, 3), 10, { train: 50_000, test: 10_000 }, { id: TEXT }),
  cifar100: pictures(picture(32, 32, 3), 100, { train: 50_000, test: 10_000 }, { coarse_label: LABEL, id: TEXT }),
  cats_vs_dogs: pictures(ANY_PICTURE, 2, { train: 23_262 }, { 'image/filename': TEXT }),
  tf_flowers: pictures(ANY_PICTURE, 5, { train: 3670 }),
  oxford_flowers102: pictures(ANY_PICTURE, 102, { train: 1020, test: 6149, validation: 1020 }, { file_name: TEXT }),
  oxford_iiit_pet: pictures(
    ANY_PICTURE,
    37,
    { train: 3680, test: 3669 },
    { file_name: TEXT, segmentation_mask: picture(null, null, 1), species: LABEL },
  ),
  svhn_cropped: pictures(picture(32, 32, 3), 10, { train: 73_257, test: 26_032, extra: 531_131 }),
  stl10: pictures(picture(96, 96, 3), 10, { train: 5000, test: 8000, unlabelled: 100_000 }),
  horses_or_humans: pictures(picture(300, 300, 3), 2, { train: 1027, test: 256 }),
  rock_paper_scissors: pictures(picture(300, 300, 3), 3, { train: 2520, test: 372 }),
  beans: pictures(picture(500, 500, 3), 3, { train: 1034, test: 128, validation: 133 }),
  food101: pictures(ANY_PICTURE, 101, { train: 75_750, validation: 25_250 }),
  malaria: pictures(ANY_PICTURE, 2, { train: 27_558 }),
  stanford_dogs: pictures(ANY_PICTURE, 120, { train: 12_000, test: 8580 }),
  plant_village: pictures(ANY_PICTURE, 38, { train: 54_303 }, { 'image/filename': TEXT }),
  colorectal_histology: pictures(picture(150, 150, 3), 8, { train: 5000 }, { filename: TEXT }),
  patch_camelyon: pictures(picture(96, 96, 3), 2, { train: 262_144, test: 32_768, validation: 32_768 }, { id: TEXT }),
  imdb_reviews: {
    splits: { train: 25_000, test: 25_000, unsupervised: 50_000 },
    features: { label: LABEL, text: TEXT },
    supervised: ['text', 'label'],
    classes: 2,
  },
  ag_news_subset: {
    splits: { train: 120_000, test: 7600 },
    features: { description: TEXT, label: LABEL, title: TEXT },
    supervised: ['description', 'label'],
    classes: 4,
  },
  yelp_polarity_reviews: {
    splits: { train: 560_000, test: 38_000 },
    features: { label: LABEL, text: TEXT },
    supervised: ['text', 'label'],
    classes: 2,
  },
  iris: {
    splits: { train: 150 },
    features: { features: [[4], 'float32'], label: LABEL },
    supervised: ['features', 'label'],
    classes: 3,
  },
  'ted_hrlr_translate/pt_to_en': {
    splits: { train: 51_785, test: 1803, validation: 1193 },
    features: { en: TEXT, pt: TEXT },
    supervised: ['pt', 'en'],
  },
};

/** A data set by what `tfds.load` is given: a version behind a colon plays no part. */
export function knownData(name: string): KnownData | undefined {
  const [plain = ''] = name.split(':', 1);
  const [base = ''] = plain.split('/');
  return KNOWN[plain] ?? (base === 'imdb_reviews' && !/\/(?:subwords|bytes)/.test(plain) ? KNOWN[base] : undefined);
}
