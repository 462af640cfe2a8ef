using CrmUms.Actors.Cells;

namespace CrmUms.Actors;

/// <summary>
/// Brings the outcome of work outside home as a message. A failure arrives as <see cref="Status.Failure"/>.
/// </summary>
public static class PipeToSupport
{
    public static Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(taskToPipe, recipient, useConfigureAwait: false, sender, success, failure);

    public static Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(taskToPipe, recipient, useConfigureAwait, sender, success, failure);

    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(taskToPipe.AsTask(), recipient, useConfigureAwait: false, sender, success, failure);

    public static Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(taskToPipe, recipient, useConfigureAwait: false, sender, success, failure);

    public static Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(taskToPipe, recipient, useConfigureAwait, sender, success, failure);

    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(taskToPipe.AsTask(), recipient, useConfigureAwait: false, sender, success, failure);

    private static async Task PipeAsync<T>(
        Task<T> taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender,
        Func<T, object>? success,
        Func<Exception, object>? failure)
    {
        object outcome;
        try
        {
            var value = await taskToPipe.ConfigureAwait(useConfigureAwait);
            outcome = success is null ? value! : success(value);
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            outcome = failure is null ? new Status.Failure(cause) : failure(cause);
        }

        recipient.Tell(outcome, sender);
    }

    private static async Task PipeAsync(
        Task taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender,
        Func<object>? success,
        Func<Exception, object>? failure)
    {
        object? outcome;
        try
        {
            await taskToPipe.ConfigureAwait(useConfigureAwait);
            outcome = success?.Invoke();
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            outcome = failure is null ? new Status.Failure(cause) : failure(cause);
        }

        // Without a success function there is no value to send.
        if (outcome is not null)
        {
            recipient.Tell(outcome, sender);
        }
    }
}
