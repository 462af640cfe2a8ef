import { BrowserRouter } from "react-router-dom";
import { Frame } from "./Frame";
import { Home } from "./features/frame/Home";
import { SessionGate } from "./features/frame/SessionGate";

export const App = () => (
  <Frame>
    <BrowserRouter>
      <SessionGate>{(session) => <Home session={session} />}</SessionGate>
    </BrowserRouter>
  </Frame>
);
