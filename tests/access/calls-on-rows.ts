import { newId, publicId } from '@/lib/kernel/ids';
import { ADDRESS } from '../support/orders';
import type { SomebodysRows } from './somebody-else';

type Call = {
  readonly input?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  /** Where it is not `not_found`. */
  readonly refusal?: string;
};

const { recipient, line1, city, postalCode, country } = ADDRESS;
const address = { recipient, line1, city, postalCode, country };

/** For everything that takes the key of somebody's row: a call that is right, but for whose row it is. */
export function callsOn(
  theirs: SomebodysRows,
  me: { readonly email: string },
): Readonly<Record<string, Call>> {
  return {
    'account.update-address': { input: { ...address, addressId: theirs.addressId } },
    'account.remove-address': { input: { addressId: theirs.addressId } },
    'account.make-default-address': { input: { addressId: theirs.addressId } },
    'account.send-message': {
      input: { conversationId: theirs.questionId, messageId: publicId('msg', newId()), body: 'Hello?' },
    },
    'account.report-conversation': {
      input: { conversationId: theirs.questionId, reason: 'It is not mine.' },
    },
    'account.conversation-events': { params: { conversationId: theirs.questionId } },
    'account.end-device': { input: { sessionId: theirs.sessionId } },
    'cart.change-quantity': { input: { lineId: theirs.lineId, quantity: 2 } },
    'cart.remove': { input: { lineId: theirs.lineId } },
    'cart.save-for-later': { input: { lineId: theirs.lineId, saved: 'true' } },
    'checkout.place': {
      input: {
        email: me.email,
        addressId: theirs.addressId,
        deliveries: {},
        fingerprint: 'any',
        idempotencyKey: newId(),
        saveCard: false,
      },
      refusal: 'address_invalid',
    },
    'orders.pay': { input: { number: theirs.number } },
    'orders.cancel': { input: { number: theirs.number } },
    'orders.cancel-pieces': {
      input: {
        number: theirs.number,
        sellerOrderId: theirs.sellerOrderId,
        version: '1',
        lines: { [theirs.orderLineId]: '1' },
      },
    },
    'orders.send-message': {
      input: {
        number: theirs.number,
        sellerOrderId: theirs.sellerOrderId,
        messageId: publicId('msg', newId()),
        body: 'Hello?',
      },
    },
    'orders.report-conversation': {
      input: { number: theirs.number, sellerOrderId: theirs.sellerOrderId, reason: 'It is not mine.' },
    },
    'orders.start-return': {
      input: {
        number: theirs.number,
        sellerOrderId: theirs.sellerOrderId,
        lines: { [theirs.orderLineId]: '1' },
        reason: 'faulty',
      },
    },
    'orders.move-return': {
      input: { number: theirs.number, returnId: theirs.returnId, version: '1', event: 'cancel' },
    },
    'orders.begin-return-photo': { input: { number: theirs.number, returnId: theirs.returnId, bytes: 9 } },
    'orders.finish-return-photo': { input: { number: theirs.number, photoId: theirs.photoId } },
    'orders.return-photo': { params: { number: theirs.number, photoId: theirs.photoId } },
    'orders.return-label': { params: { number: theirs.number, returnId: theirs.returnId } },
    'orders.confirm-arrival': { input: { number: theirs.number, shipmentId: theirs.shipmentId } },
    'orders.again': { input: { number: theirs.number } },
    'orders.invoice': { params: { number: theirs.number, invoiceId: theirs.invoiceId } },
    'orders.events': { params: { number: theirs.number } },
    'sell.reapply': {
      input: {
        sellerId: theirs.sellerId,
        tagline: '',
        story: 'A story that is long enough.',
        city: 'Leipzig',
        country: 'DE',
      },
    },
    'sell.save-business': {
      input: {
        sellerId: theirs.sellerId,
        legalName: 'Mine now',
        line1: 'A street 1',
        postalCode: '1000',
        city: 'Leipzig',
        country: 'DE',
      },
    },
    'sell.begin-document': {
      input: { sellerId: theirs.sellerId, kind: 'tax', name: 'tax.pdf', bytes: 5 },
    },
    'sell.finish-document': { input: { documentId: theirs.documentId } },
    'sell.remove-document': { input: { documentId: theirs.documentId } },
    'sell.document': { params: { documentId: theirs.documentId } },
    'seller.unpack-order': { input: { sellerOrderId: theirs.sellerOrderId } },
    'seller.address-labels': { query: { sellerOrderIds: theirs.sellerOrderId } },
    'seller.parts-to-scan': { query: { sellerOrderIds: theirs.sellerOrderId } },
    'seller.pack': {
      input: {
        sellerOrderId: theirs.sellerOrderId,
        lines: [{ orderLineId: theirs.orderLineId, quantity: 1 }],
        idempotencyKey: newId(),
      },
    },
    'seller.accept-order': { input: { sellerOrderId: theirs.sellerOrderId } },
    'seller.send-parcel': {
      input: {
        sellerOrderId: theirs.sellerOrderId,
        carrier: 'Somebody',
        trackingNumber: '1',
        lines: { [theirs.orderLineId]: '1' },
      },
    },
    'seller.send-message': {
      input: {
        conversationId: theirs.conversationId,
        messageId: publicId('msg', newId()),
        body: 'Hello?',
      },
    },
    'seller.report-conversation': {
      input: { conversationId: theirs.conversationId, reason: 'It is not mine.' },
    },
    'seller.settle-conversation': { input: { conversationId: theirs.conversationId } },
    'seller.conversation-events': { params: { conversationId: theirs.conversationId } },
    'seller.invoice': { params: { invoiceId: theirs.invoiceId } },
    'seller.payout-statement': { params: { payoutId: theirs.payoutId } },
    'seller.read-offer-import': { input: { importId: theirs.importId } },
    'seller.map-offer-import': { input: { importId: theirs.importId, columns: { sku: '0', price: '1' } } },
    'seller.apply-offer-import': { input: { importId: theirs.importId } },
    'seller.undo-offer-import': { input: { importId: theirs.importId } },
    'seller.offer-import-problems': { params: { importId: theirs.importId } },
    'seller.begin-return-photo': { input: { returnId: theirs.returnId, bytes: 9 } },
    'seller.finish-return-photo': { input: { photoId: theirs.photoId } },
    'seller.return-photo': { params: { photoId: theirs.photoId } },
    'seller.answer-return': {
      input: { returnId: theirs.returnId, version: '1', event: 'accept' },
    },
    'seller.inspect-return': {
      input: {
        returnId: theirs.returnId,
        version: '1',
        verdict: 'refund',
        lines: { [theirs.orderLineId]: '1' },
      },
    },
    'seller.packing-slips': { query: { sellerOrderIds: theirs.sellerOrderId } },
    'seller.send-replacement': {
      input: { returnId: theirs.returnId, version: '1', carrier: '', trackingNumber: '' },
    },
    'seller.refund-replacement': { input: { returnId: theirs.returnId, version: '1' } },
    'seller.accept-orders': { input: { sellerOrderIds: [theirs.sellerOrderId] } },
    'seller.say-on-dispute': { input: { disputeId: theirs.disputeId, text: 'It arrived as promised.' } },
    'seller.confirm-delivery': { input: { shipmentId: theirs.shipmentId } },
    'seller.cancel-order': {
      input: {
        sellerOrderId: theirs.sellerOrderId,
        version: '1',
        lines: { [theirs.orderLineId]: '1' },
        reason: 'because',
      },
    },
    'seller.save-zone': {
      input: {
        zoneId: theirs.zoneId,
        name: '',
        countries: 'PT',
        standard: { price: '1.00', freeFrom: '', minDays: 1, maxDays: 2 },
        express: {},
      },
    },
    'seller.remove-zone': { input: { zoneId: theirs.zoneId } },
    'seller.switch-shop': { input: { sellerId: theirs.sellerId } },
    'seller.edit-product': { input: { productId: theirs.draftId } },
    'seller.save-product-basics': {
      input: {
        productId: theirs.draftId,
        version: 1,
        categoryId: theirs.categoryId,
        title: 'Mine now',
        brand: '',
        description: '',
        highlights: '',
      },
    },
    'seller.save-product-details': { input: { productId: theirs.draftId, version: 1, attributes: {} } },
    'seller.save-product-options': { input: { productId: theirs.draftId, version: 1, options: {} } },
    'seller.save-product-variants': {
      input: { productId: theirs.draftId, version: 1, variants: { [theirs.draftVariantId]: { gtin: '' } } },
    },
    'seller.save-product-pictures': { input: { productId: theirs.draftId, version: 1, pictures: [] } },
    'seller.save-storefront': {
      input: {
        tagline: '',
        story: 'A story that is long enough.',
        city: 'Leipzig',
        returnsPolicy: '',
        returnDays: 30,
        logo: theirs.assetId,
        banner: '',
      },
    },
    'seller.begin-picture': { input: { bytes: 9, filmId: theirs.assetId } },
    'seller.finish-picture': { input: { assetId: theirs.assetId } },
    'seller.crop-picture': { input: { assetId: theirs.assetId, square: 50 } },
    // Nobody's row: an address that was not signed here.
    'uploads.put': { params: { key: 'any' }, refusal: 'invalid_input' },
    'seller.submit-product': { input: { productId: theirs.draftId, version: 1 } },
    'seller.withdraw-product': { input: { productId: theirs.draftId } },
    'seller.discard-product': { input: { productId: theirs.draftId } },
    'seller.create-offers': {
      input: {
        productId: theirs.draftId,
        condition: 'new',
        handlingDays: '',
        variants: { [theirs.draftVariantId]: { price: '1.00', onHand: 1 } },
      },
    },
    'api.get-order': { params: { sellerOrderId: theirs.sellerOrderId } },
    'api.accept-order': { params: { sellerOrderId: theirs.sellerOrderId } },
    'api.send-parcel': {
      params: { sellerOrderId: theirs.sellerOrderId },
      input: { lines: [{ lineId: theirs.orderLineId, quantity: 1 }] },
    },
    'api.get-offer': { params: { offerId: theirs.offerId } },
    'api.change-offer': { params: { offerId: theirs.offerId }, input: { onHand: 1 } },
    'seller.change-webhook': { input: { endpointId: theirs.endpointId, events: 'stock.low' } },
    'seller.rotate-webhook-secret': { input: { endpointId: theirs.endpointId } },
    'seller.remove-webhook': { input: { endpointId: theirs.endpointId } },
    'seller.resend-webhook': { input: { deliveryId: theirs.deliveryId } },
    'seller.revoke-api-key': { input: { keyId: theirs.keyId } },
    'seller.change-role': { input: { memberId: theirs.memberId, role: 'read_only' } },
    'seller.remove-member': { input: { memberId: theirs.memberId } },
    'seller.resend-invite': { input: { inviteId: theirs.inviteId } },
    'seller.withdraw-invite': { input: { inviteId: theirs.inviteId } },
    'seller.plan-sale': {
      input: {
        saleId: publicId('sal', newId()),
        offerId: theirs.offerId,
        price: '0.01',
        startsAt: '2026-01-01',
        endsAt: '',
      },
    },
    'seller.stop-sale': { input: { offerId: theirs.offerId } },
    'seller.set-low-level': { input: { offerId: theirs.offerId, lowLevel: '3' } },
    'seller.create-promotion': {
      input: {
        promotionId: publicId('prm', newId()),
        name: 'Mine now',
        reduction: { kind: 'percent', basisPoints: '10' },
        startsAt: '2026-01-01',
        offers: { [theirs.offerId]: '1' },
      },
    },
    'seller.change-promotion': { input: { promotionId: theirs.promotionId, version: '1' } },
    'seller.switch-promotion': { input: { promotionId: theirs.promotionId, event: 'end' } },
    'seller.save-offer': {
      input: { offerId: theirs.offerId, version: 1, price: '1.00', onHand: 1, selling: 'on' },
    },
  };
}
