import { Skeleton } from '@/components/ui/skeleton';

/** The shape of a list of orders. */
export function OrdersSkeleton() {
  return (
    <div className="page grid gap-3 pt-6 md:pt-10" aria-busy>
      <Skeleton className="mb-3 h-8 w-40" />
      <Skeleton className="h-28 rounded-lg" />
      <Skeleton className="h-28 rounded-lg" />
      <Skeleton className="h-28 rounded-lg" />
    </div>
  );
}
