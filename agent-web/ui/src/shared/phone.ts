/** A number as people read it: +998 90 123-45-67. Others in E.164 are left as they came. */
export const phoneForPeople = (shown: string): string => {
  const uzbek = /^\+998(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(shown);
  return uzbek ? `+998 ${uzbek[1]} ${uzbek[2]}-${uzbek[3]}-${uzbek[4]}` : shown;
};
