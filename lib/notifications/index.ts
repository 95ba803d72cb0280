/** What the market tells people about what happened. Words are in the `mail` area of the catalogue. */
export { ORDER_LINK_JOB, orderLinkRequest, requestOrderLink, sendOrderLink } from './order-link';
export {
  sendLinesCancelledMail,
  sendPartCancelledMail,
  sendReceipt,
  sendRefundMail,
  sendShippedMail,
  sendSoldOutMail,
} from './order-mail';
export { sendDisputeMails } from './dispute-mail';
export { planMessageMail, sendMessageMails, TELL_OF_MESSAGES_JOB, unreadMessages } from './message-mail';
export { sendLowStockMails } from './low-stock-mail';
export { sendMoneyAlert, sendRefundAlert } from './money-mail';
export { sendLateMails, sendParcelTroubleMails } from './parcel-mail';
export { sendWebhookFailedMails } from './webhook-mail';
export { sendInviteMail } from './team-mail';
export { tellSellersOfOrder } from './seller-mail';
export { sendReturnMails, sendReturnParcelTroubleMails } from './return-mail';
