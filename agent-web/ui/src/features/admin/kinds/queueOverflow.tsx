import type { OverflowWhen, QueueRule } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import type { FormProps } from "../core/kind";
import { FormSection } from "../fields/FormSection";
import { ChoiceField, NumberField } from "../fields/inputs";
import { ListField } from "../fields/ListField";
import { PromptField } from "../fields/PromptField";
import { TargetField } from "../fields/TargetField";

const conditions = ["length", "wait", "estimated-wait", "closed", "no-agents"] as const;
const hasThreshold = (when: OverflowWhen): boolean => when !== "closed" && when !== "no-agents";
const initialThreshold = (when: OverflowWhen): number | null =>
  hasThreshold(when) ? (when === "length" ? 20 : 180) : null;

/** Where callers go when it is too much for the queue. */
export const QueueOverflow = ({ item, change }: FormProps<QueueRule>) => (
  <FormSection title="admin.overflow" hint="admin.overflowHint">
    <NumberField
      name="waitingMax"
      value={item.waitingMax}
      min={1}
      max={100_000}
      unit="callers"
      onChange={(waitingMax) => change({ waitingMax })}
    />
    <ListField
      at="overflow"
      value={item.overflow}
      add="admin.addOverflow"
      none="admin.noOverflow"
      initial={{ when: "wait" as OverflowWhen, threshold: 180, target: null, prompt: "" }}
      isOrdered
      onChange={(overflow) => change({ overflow })}
    >
      {(overflow, put, at) => (
        <>
          <ChoiceField
            name="when"
            at={`${at}.when`}
            value={overflow.when}
            options={conditions.map((value) => ({ value, label: wordsFor("overflowWhen", value) }))}
            onChange={(when) => put({ when, threshold: initialThreshold(when) })}
          />
          {hasThreshold(overflow.when) ? (
            <NumberField
              name="threshold"
              at={`${at}.threshold`}
              value={overflow.threshold ?? 0}
              min={1}
              max={100_000}
              unit={overflow.when === "length" ? "callers" : "seconds"}
              onChange={(threshold) => put({ threshold })}
            />
          ) : null}
          <TargetField
            name="target"
            at={`${at}.target`}
            value={overflow.target}
            kinds={["queue", "flow", "voicemail", "hang-up"]}
            onChange={(target) => put({ target })}
          />
          <PromptField
            name="prompt"
            at={`${at}.prompt`}
            value={overflow.prompt}
            onChange={(prompt) => put({ prompt })}
          />
        </>
      )}
    </ListField>
  </FormSection>
);
