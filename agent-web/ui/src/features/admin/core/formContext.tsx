import { createContext, useContext } from "react";
import type { RuleProblem } from "../../../contracts/rules";

interface FormState {
  problems: readonly RuleProblem[];
  isReadOnly: boolean;
}

const Context = createContext<FormState>({ problems: [], isReadOnly: false });

export const FormProvider = Context.Provider;
export const useForm = (): FormState => useContext(Context);
