namespace CrmUms.Actors.Cells;

internal sealed partial class ActorCell
{
    public void RunTask(Func<Task> work) => RunTask(static run => run(), work);

    /// <summary>
    /// Runs an asynchronous handler. What follows its awaits runs in turns of this actor; until it is done, no other
    /// user message is handled.
    /// </summary>
    public void RunTask<T>(Func<T, Task> handler, T message)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new TurnContext(this, _actor!));
        Task task;
        try
        {
            task = handler(message);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        if (task.IsCompleted)
        {
            task.GetAwaiter().GetResult();
            return;
        }

        AddHold(Hold.Awaiting);
        var instance = _actor!;
        task.ContinueWith(
            done => PostSystem(new InstanceWork(instance, () => TaskDone(done))),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    public void RunFor(ActorBase instance, Action work, Action? dropped)
    {
        if (!ReferenceEquals(instance, _actor) || _terminating)
        {
            dropped?.Invoke();
            return;
        }

        try
        {
            work();
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            Fail(cause);
        }
    }

    private void TaskDone(Task task)
    {
        RemoveHold(Hold.Awaiting);
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            Fail(cause);
        }

        _actor?.AfterTask();
        if (!HasHold(Hold.Awaiting))
        {
            _message = null;
            _sender = null;
        }
    }

    /// <summary>Brings the continuations of one instance home as work of its turns.</summary>
    private sealed class TurnContext(ActorCell cell, ActorBase instance) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => cell.PostSystem(
            new InstanceWork(instance, () =>
            {
                var outer = Current;
                SetSynchronizationContext(this);
                try
                {
                    d(state);
                }
                finally
                {
                    SetSynchronizationContext(outer);
                }
            }));

        public override void Send(SendOrPostCallback d, object? state) =>
            throw new NotSupportedException("A turn is never waited for.");

        public override SynchronizationContext CreateCopy() => this;
    }
}
