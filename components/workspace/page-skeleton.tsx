import { Skeleton } from '@/components/ui/skeleton';

/** The shape of a working page while it is read: a heading, figures, rows. */
export function PageSkeleton() {
  return (
    <div className="grid gap-6">
      <Skeleton className="h-9 w-48" />
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} className="h-24" />
        ))}
      </div>
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} className="h-16" />
      ))}
    </div>
  );
}
