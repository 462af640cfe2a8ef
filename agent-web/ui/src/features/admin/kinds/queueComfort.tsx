import type { QueueRule } from "../../../contracts/rules";
import type { FormProps } from "../core/kind";
import { FormSection } from "../fields/FormSection";
import { NumberField, OptionalNumberField, SwitchField } from "../fields/inputs";
import { OptionalPart } from "../fields/OptionalPart";
import { t } from "./words";

const DAY_SECONDS = 86_400;

/** What a waiting caller hears, and how he may wait without the telephone at his ear. */
export const QueueComfort = ({ item, change }: FormProps<QueueRule>) => (
  <>
    <FormSection title="admin.announcements" hint="admin.announcementsHint">
      <OptionalPart
        name="announcement"
        value={item.announcement}
        initial={{ firstAfterSeconds: 30, everySeconds: 60, position: true, estimatedWait: false }}
        onChange={(announcement) => change({ announcement })}
      >
        {(part, put) => (
          <>
            <NumberField
              name="firstAfterSeconds"
              at="announcement.firstAfterSeconds"
              value={part.firstAfterSeconds}
              min={0}
              max={3_600}
              unit="seconds"
              onChange={(firstAfterSeconds) => put({ firstAfterSeconds })}
            />
            <NumberField
              name="everySeconds"
              at="announcement.everySeconds"
              value={part.everySeconds}
              min={10}
              max={3_600}
              unit="seconds"
              onChange={(everySeconds) => put({ everySeconds })}
            />
            <SwitchField
              name="announcement.position"
              value={part.position}
              onChange={(position) => put({ position })}
            />
            <SwitchField
              name="estimatedWait"
              at="announcement.estimatedWait"
              value={part.estimatedWait}
              onChange={(estimatedWait) => put({ estimatedWait })}
            />
          </>
        )}
      </OptionalPart>
    </FormSection>
    <FormSection title="admin.callback" hint="admin.callbackHint">
      <OptionalPart
        name="callback"
        value={item.callback}
        initial={{
          offerAfterSeconds: 120,
          offerAtEstimatedWaitSeconds: null,
          attemptsMax: 3,
          retrySeconds: 300,
        }}
        onChange={(callback) => change({ callback })}
      >
        {(part, put) => (
          <>
            <OptionalNumberField
              name="offerAfterSeconds"
              at="callback.offerAfterSeconds"
              value={part.offerAfterSeconds}
              min={0}
              max={DAY_SECONDS}
              unit="seconds"
              placeholder={t("admin.notAtAll")}
              onChange={(offerAfterSeconds) => put({ offerAfterSeconds })}
            />
            <OptionalNumberField
              name="offerAtEstimatedWaitSeconds"
              at="callback.offerAtEstimatedWaitSeconds"
              value={part.offerAtEstimatedWaitSeconds}
              min={0}
              max={DAY_SECONDS}
              unit="seconds"
              placeholder={t("admin.notAtAll")}
              onChange={(offerAtEstimatedWaitSeconds) => put({ offerAtEstimatedWaitSeconds })}
            />
            <NumberField
              name="attemptsMax"
              at="callback.attemptsMax"
              value={part.attemptsMax}
              min={1}
              max={10}
              onChange={(attemptsMax) => put({ attemptsMax })}
            />
            <NumberField
              name="retrySeconds"
              at="callback.retrySeconds"
              value={part.retrySeconds}
              min={10}
              max={DAY_SECONDS}
              unit="seconds"
              onChange={(retrySeconds) => put({ retrySeconds })}
            />
          </>
        )}
      </OptionalPart>
    </FormSection>
  </>
);
