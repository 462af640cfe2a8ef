namespace CrmUms.Actors;

/// <summary>
/// How a piece of work went, as a message. A reply of <see cref="Failure"/> faults the task of an ask.
/// </summary>
public abstract class Status
{
    public sealed class Success(object status) : Status
    {
        public static readonly Success Instance = new(new object());

        public object Status { get; } = status;

        public override string ToString() => $"Success: {Status}";
    }

    public sealed class Failure(Exception cause, object? state) : Status
    {
        public Failure(Exception cause)
            : this(cause, state: null)
        {
        }

        public Exception Cause { get; } = cause;

        public object? State { get; } = state;

        public override string ToString() => $"Failure: {Cause}";
    }
}
