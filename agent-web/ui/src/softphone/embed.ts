import type {
  FromFrame,
  SoftphoneCommandName,
  SoftphoneCommands,
  SoftphoneReply,
  SoftphoneState,
  ToFrame,
  TransferTarget,
} from "./protocol";

// One script tag in a page of others. Everything is inside one function: a classic script shares its names with all
// others of the page.
(() => {
  const NAME = "crmums-softphone";
  const ANSWER_WITHIN_MS = 20_000;
  const script = document.currentScript;
  const own = script instanceof HTMLScriptElement ? new URL(script.src).origin : "";

  // The frame, which has all other words, does not answer.
  const awayWords = (): string => {
    const language = document.documentElement.lang.slice(0, 2);
    if (language === "ru") return "Телефон не отвечает. Повторите позже";
    if (language === "uz") return "Telefon javob bermayapti. Keyinroq takrorlang";
    return "The telephone does not answer. Try again later";
  };

  class CrmUmsSoftphone extends HTMLElement {
    /** What was heard last. */
    state: SoftphoneState = { status: "signedOut", reason: null, call: null };

    private readonly frame = document.createElement("iframe");
    private readonly waiting = new Map<number, (reply: SoftphoneReply) => void>();
    private orders = 0;

    connectedCallback(): void {
      const { frame } = this;
      frame.title = "CrmUms";
      frame.allow = "microphone; autoplay; speaker-selection";
      frame.src = `${this.server}/softphone.html`;
      frame.style.cssText = "border: 0; width: 100%; height: 100%";
      if (this.style.display === "") this.style.display = "block";
      window.addEventListener("message", this.onMessage);
      this.append(frame);
    }

    disconnectedCallback(): void {
      window.removeEventListener("message", this.onMessage);
      this.frame.remove();
    }

    dial = (number: string): Promise<SoftphoneReply> => this.order("dial", number);
    answer = (): Promise<SoftphoneReply> => this.order("answer");
    hold = (): Promise<SoftphoneReply> => this.order("hold");
    resume = (): Promise<SoftphoneReply> => this.order("resume");
    mute = (on: boolean): Promise<SoftphoneReply> => this.order("mute", on);
    sendDigits = (digits: string): Promise<SoftphoneReply> => this.order("sendDigits", digits);
    transfer = (to: TransferTarget | string, note = ""): Promise<SoftphoneReply> =>
      this.order("transfer", to, note);
    hangUp = (): Promise<SoftphoneReply> => this.order("hangUp");
    makeReady = (): Promise<SoftphoneReply> => this.order("makeReady");
    makeNotReady = (reason: string): Promise<SoftphoneReply> => this.order("makeNotReady", reason);

    private get server(): string {
      const named = this.getAttribute("server");
      return named === null ? own : new URL(named, location.href).origin;
    }

    private order<N extends SoftphoneCommandName>(
      name: N,
      ...args: SoftphoneCommands[N]
    ): Promise<SoftphoneReply> {
      const id = ++this.orders;
      return new Promise((resolve) => {
        const late = setTimeout(
          () => finish({ accepted: false, refusal: "serverAway", words: awayWords() }),
          ANSWER_WITHIN_MS,
        );
        const finish = (reply: SoftphoneReply): void => {
          clearTimeout(late);
          this.waiting.delete(id);
          resolve(reply);
        };
        this.waiting.set(id, finish);
        this.say({ crmums: "command", id, name, args });
      });
    }

    private say(said: ToFrame): void {
      this.frame.contentWindow?.postMessage(said, this.server);
    }

    private readonly onMessage = ({ source, origin, data }: MessageEvent<FromFrame>): void => {
      if (source !== this.frame.contentWindow || origin !== this.server) return;
      if (data.crmums === "here") this.say({ crmums: "hello" });
      else if (data.crmums === "reply") this.waiting.get(data.id)?.(data.reply);
      else if (data.crmums === "event") {
        this.state = data.state;
        const { name, detail } = data.event;
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
      }
    };
  }

  if (customElements.get(NAME) === undefined) customElements.define(NAME, CrmUmsSoftphone);
})();
