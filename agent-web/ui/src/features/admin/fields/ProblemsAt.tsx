import { useAdmin } from "../core/adminContext";
import { useForm } from "../core/formContext";
import { placeOf, problemWords } from "../core/problems";

/** What the server has against a part as a whole, not against a field in it. */
export const ProblemsAt = ({ at }: { at: string }) => {
  const { view } = useAdmin();
  const { problems } = useForm();
  return problems
    .filter((problem) => placeOf(problem.field) === placeOf(at))
    .map((problem) => (
      <div key={problem.code} className="field-problem" role="alert" data-field={placeOf(at)}>
        {problemWords(problem, view)}
      </div>
    ));
};
