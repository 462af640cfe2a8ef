import { useEffect, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CallView } from "../../contracts/hub";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { offeredCallOf } from "../../desk/selectors";
import { phoneForPeople } from "../../shared/phone";

const BLINK_MS = 900;

/** An offer is heard, seen in a hidden tab, and marked for measurement (User Timing `offer-shown`). */
export const useOfferAttention = (): void => {
  const { t } = useTranslation();
  const { ringer } = useDeskSession();
  const offer = useDesk(offeredCallOf);
  const offerId = offer?.interactionId ?? null;
  const isAutoAnswered = useDesk((state) => state.desk.agent?.isAutoAnswered ?? false);
  const unnamed = t(offer?.kind === "internal" ? "call.colleague" : "call.anonymous");
  const caller = offer === null ? "" : callerWords(offer) || unnamed;
  const words = t("call.notification", { caller });

  useLayoutEffect(() => {
    if (offerId !== null) markWhenPainted(offerId);
  }, [offerId]);

  useEffect(() => {
    if (offerId === null || isAutoAnswered) return; // He hears a tone in his headset instead.
    ringer.start();
    return () => ringer.stop();
  }, [offerId, isAutoAnswered, ringer]);

  useEffect(() => {
    if (offerId === null) return;
    return blinkTitle(words);
  }, [offerId, words]);

  useEffect(() => {
    if (offerId === null || !document.hidden) return;
    return notify(words, offerId);
  }, [offerId, words]);
};

const callerWords = (call: CallView): string =>
  call.client?.greetingName ?? phoneForPeople(call.number.shown);

const markWhenPainted = (interactionId: string): void => {
  const mark = (): void => {
    performance.mark("offer-shown", { detail: interactionId });
  };
  // A hidden page is not painted: then the moment it was laid out is all there is.
  if (document.hidden) mark();
  else
    requestAnimationFrame(() => {
      const afterFrame = new MessageChannel();
      afterFrame.port1.onmessage = mark;
      afterFrame.port2.postMessage(null);
    });
};

const blinkTitle = (words: string): (() => void) => {
  const usual = document.title;
  let isOn = false;
  const timer = setInterval(() => {
    isOn = !isOn && document.hidden;
    document.title = isOn ? `☎ ${words}` : usual;
  }, BLINK_MS);
  return () => {
    clearInterval(timer);
    document.title = usual;
  };
};

const notify = (words: string, tag: string): (() => void) | undefined => {
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
  const shown = new Notification("CrmUms", { body: words, tag, requireInteraction: true });
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
  return () => shown.close();
};
