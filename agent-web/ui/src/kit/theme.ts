import type { ThemeConfig } from "antd";

/** antd's part of the look; ours is in tokens.css. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#0b5cad",
    colorText: "#1b2733",
    colorBorderSecondary: "#dde4ea",
    borderRadius: 6,
    fontFamily: '"Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.15s",
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 6, headerBg: "#f7f9fb" },
    Tabs: { horizontalMargin: "0" },
  },
};
