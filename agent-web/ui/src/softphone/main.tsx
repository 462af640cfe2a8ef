import { createRoot } from "react-dom/client";
import { MemoryRouter } from "react-router-dom";
import { Frame } from "../Frame";
import { startI18n } from "../i18n/i18n";
import { Softphone } from "./Softphone";
import "../kit/tokens.css";

const root = document.getElementById("root");
if (root === null) throw new Error("softphone.html has no #root");

await startI18n();
createRoot(root).render(
  <Frame>
    <MemoryRouter>
      <Softphone />
    </MemoryRouter>
  </Frame>,
);
