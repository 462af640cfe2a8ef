namespace CrmUms.Acd.Figures;

/// <summary>Query to the <c>figures</c> actor: answered by <see cref="DayFigures"/> when it has read the day.</summary>
public sealed record GetFigures;

/// <summary>
/// Event on the event stream: figures of today have changed, or who waits has. The day as a whole stands in it: a value
/// that never changes.
/// </summary>
/// <param name="Figures">The day as it is now.</param>
/// <param name="Contact">The interaction by which they have changed, as it is now; null: all may have changed.</param>
/// <param name="Before">The same as it was; null when it is new.</param>
public sealed record FiguresMoved(DayFigures Figures, Contact? Contact, Contact? Before);

/// <summary>
/// Command to the <c>figures</c> actor, before anything happens: what is journalled by now is yours to read, what comes
/// will be told. Answered by <see cref="Started"/> at once; the reading goes on.
/// </summary>
public sealed record TakeUpDay;
