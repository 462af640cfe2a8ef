import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import ruRU from "antd/locale/ru_RU";
import uzUZ from "antd/locale/uz_UZ";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { theme } from "./kit/theme";

const locales = { ru: ruRU, uz: uzUZ, en: enUS };

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, staleTime: 5_000 } },
});

/** What every page of ours stands in: language, look, and what was asked of the server. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation();
  const locale = locales[i18n.language as keyof typeof locales] ?? ruRU;
  return (
    <ConfigProvider locale={locale} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp style={{ height: "100%" }}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
};
