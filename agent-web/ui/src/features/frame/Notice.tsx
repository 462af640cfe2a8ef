import { Spin } from "antd";
import type { ReactNode } from "react";

interface Props {
  testId: string;
  title?: string;
  text: string;
  isBusy?: boolean;
  children?: ReactNode;
}

/** A page that has one thing to say. */
export const Notice = ({ testId, title, text, isBusy = false, children }: Props) => (
  <div className="fill" style={{ height: "100%", alignItems: "center", justifyContent: "center" }}>
    <div data-testid={testId} style={{ textAlign: "center", maxWidth: 420 }}>
      {title === undefined ? null : <h2 style={{ margin: "0 0 8px" }}>{title}</h2>}
      <p className="soft" style={{ margin: "0 0 16px" }}>
        {isBusy ? <Spin size="small" style={{ marginRight: 8 }} /> : null}
        {text}
      </p>
      {children}
    </div>
  </div>
);
