import { useQueryClient } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
import type { MusicRule } from "../../../contracts/rules";
import { useAdmin } from "../core/adminContext";
import { useForm } from "../core/formContext";
import { defineKind, type FormProps } from "../core/kind";
import { SwitchField } from "../fields/inputs";
import { NameFields } from "../fields/NameFields";
import { PromptsField, promptsQuery } from "../fields/PromptField";
import { promptFault } from "../prompts/promptFault";
import { promptOfFile } from "../prompts/promptOfFile";
import { t } from "./words";

export const music = defineKind<MusicRule>({
  kind: "music",
  label: "admin.music",
  create: "admin.newMusic",
  about: "admin.aboutMusic",
  keySource: "named",
  empty: () => ({ id: "", name: "", tracks: [], shuffled: false }),
  title: (item) => item.name,
  subtitle: ({ id, tracks }, view) =>
    t("admin.musicIn", {
      tracks: tracks.length,
      queues: view.of("queue").filter((queue) => queue.music === id).length,
    }),
  Form: (props: FormProps<MusicRule>) => {
    const { item, change } = props;
    return (
      <>
        <NameFields {...props} />
        <PromptsField name="tracks" value={item.tracks} onChange={(tracks) => change({ tracks })} />
        <UploadTrack
          onUploaded={(track) =>
            change({ tracks: [...item.tracks.filter((each) => each !== track), track] })
          }
        />
        <SwitchField
          name="shuffled"
          value={item.shuffled}
          onChange={(shuffled) => change({ shuffled })}
        />
      </>
    );
  },
});

/** A file becomes a prompt of its own name, apart from what callers are told, and a track of this music. */
const UploadTrack = ({ onUploaded }: { onUploaded: (track: string) => void }) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { isReadOnly } = useForm();
  const queries = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  if (isReadOnly) return null;

  const upload = async (file: File): Promise<void> => {
    const language = view.find("settings", "centre")?.language ?? "ru";
    const { id, name } = promptOfFile(file.name, language);
    const track = `music-${id}`.slice(0, TRACK_MAX).replace(/-+$/, "");
    setFault(null);
    setIsBusy(true);
    try {
      await promptsApi.upload(track, language, file, "upload", name);
      await queries.invalidateQueries({ queryKey: promptsQuery.queryKey });
      onUploaded(track);
    } catch (error) {
      setFault(promptFault(error));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <div className="field">
      <span className="field-label" />
      <div className="field-body">
        <Upload
          accept="audio/*,video/*"
          showUploadList={false}
          beforeUpload={(file) => {
            void upload(file);
            return false;
          }}
        >
          <Button size="small" loading={isBusy} data-testid="upload-track">
            {t("admin.uploadTrack")}
          </Button>
        </Upload>
        {fault === null ? null : (
          <div className="field-problem" role="alert">
            {fault}
          </div>
        )}
      </div>
    </div>
  );
};

/** Longest key of a prompt. */
const TRACK_MAX = 40;
