import { useQuery } from "@tanstack/react-query";
import { Tooltip } from "antd";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { floorApi } from "../../connection/floorApi";
import type { FigureDefinition } from "../../contracts/floor";
import type { Language } from "../../contracts/shared";
import { clock } from "../../shared/time";

/** What the figures mean, as the server says it: nothing here knows better. */
export const useDefinitions = (): ReadonlyMap<string, FigureDefinition> => {
  const { data } = useQuery({
    queryKey: ["figure-definitions"],
    queryFn: floorApi.definitions,
    staleTime: Number.POSITIVE_INFINITY,
    select: (definitions) => new Map(definitions.map((each) => [each.code, each])),
  });
  return data ?? none;
};

const none: ReadonlyMap<string, FigureDefinition> = new Map();

export const nameOf = (definition: FigureDefinition | undefined, code: string): string =>
  definition?.names[i18next.language as Language] ?? code;

/** The name of a figure; hovering shows formula, unit and version. */
export const FigureName = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const definition = useDefinitions().get(code);
  if (definition === undefined) return code;
  return (
    <Tooltip
      title={
        <span data-testid={`definition-${code}`}>
          {definition.formulas[i18next.language as Language]}
          <br />
          {t("figure.unit", { unit: t(`figure.unit.${definition.unit}`) })}
          {" · "}
          {t("figure.version", { version: definition.version })}
        </span>
      }
    >
      <span data-figure={code}>{nameOf(definition, code)}</span>
    </Tooltip>
  );
};

/** A figure as people read it. */
export const figureText = (value: number | null, unit: string | undefined): string => {
  if (value === null) return "—";
  if (unit === "seconds") return clock(value);
  if (unit === "share") return `${Math.round(value * 100)}%`;
  if (unit === "points") return String(Math.round(value * 10) / 10);
  return String(value);
};
