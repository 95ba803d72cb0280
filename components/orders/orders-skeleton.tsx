import { Skeleton } from '@/components/ui/skeleton';

/** The shape of an order's page. */
export function OrderSkeleton() {
  return (
    <div className="page pt-6 md:pt-10" aria-busy>
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mt-6 h-12 w-72" />
      <div className="mt-8 grid items-start gap-8 md:grid-cols-[1fr_22rem]">
        <Skeleton className="h-80 rounded-lg" />
        <Skeleton className="h-80 rounded-lg" />
      </div>
    </div>
  );
}

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
