import { refuse, type Refusal } from '@/lib/kernel/result';
import type { ProductRowProblem } from '../model';

/** A product that a file names and that is left out of it, and what stands in its way; the rest of the file goes on. */
export function leftOut(problem: ProductRowProblem, about: string | number = ''): Refusal<ProductRowProblem> {
  return refuse(problem, { about });
}
