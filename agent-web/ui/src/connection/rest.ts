import { RestClient } from "./restClient";

/** The page's one line to the server: the anti-forgery token belongs to it. */
export const rest = new RestClient();
