import type { DepartmentSeed } from '../product-type';
import { baby } from './baby';
import { beauty } from './beauty';
import { books } from './books';
import { diy } from './diy';
import { electronics } from './electronics';
import { fashion } from './fashion';
import { food } from './food';
import { garden } from './garden';
import { home } from './home';
import { kitchen } from './kitchen';
import { music } from './music';
import { pets } from './pets';
import { sport } from './sport';
import { toys } from './toys';

/** The departments of the demo market, in the order the menu shows them. */
export const DEPARTMENTS: readonly DepartmentSeed[] = [
  kitchen,
  home,
  fashion,
  electronics,
  food,
  beauty,
  garden,
  sport,
  books,
  toys,
  music,
  baby,
  pets,
  diy,
];
