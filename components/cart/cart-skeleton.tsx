import { Skeleton } from '@/components/ui/skeleton';

/** The shape of a basket with a few things in it. */
export function CartSkeleton() {
  return (
    <div className="page pt-6 pb-24 md:pt-10" aria-busy>
      <Skeleton className="h-8 w-32" />
      <div className="mt-6 grid items-start gap-8 md:grid-cols-[1fr_22rem] lg:gap-12">
        <div className="grid gap-6">
          <Skeleton className="h-96 rounded-lg" />
        </div>
        <Skeleton className="h-80 rounded-lg" />
      </div>
    </div>
  );
}
