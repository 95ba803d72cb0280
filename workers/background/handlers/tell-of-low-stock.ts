import { stockRanLow } from '@/lib/inventory';
import { sendLowStockMails } from '@/lib/notifications';
import { onEvent } from '../work';

export const lowStockWork = onEvent(stockRanLow, 'send-low-stock-mails', (ran, { db }) =>
  sendLowStockMails(db, ran),
);
