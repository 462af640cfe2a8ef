namespace CrmUms.Actors.TestKit;

public abstract partial class TestKitBase
{
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null) =>
        Expect<T>(duration, hint, static (_, _) => { });

    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null) =>
        Expect<T>(timeout, hint, (actual, _) => _assertions.AssertEqual(message, actual, hint ?? ""));

    public T ExpectMsg<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null) =>
        Expect<T>(
            timeout,
            hint,
            (actual, _) => _assertions.AssertTrue(isMessage(actual), $"{actual} is not expected. {hint}"));

    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null) =>
        Expect<T>(timeout, hint, (actual, _) => assert(actual));

    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null) =>
        Expect<T>(
            timeout,
            hint,
            (actual, sender) => _assertions.AssertTrue(
                isMessageAndSender(actual, sender), $"{actual} from {sender} is not expected. {hint}"));

    public T ExpectMsgFrom<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null) =>
        Expect<T>(duration, hint, (_, actual) => _assertions.AssertEqual(sender, actual, hint ?? ""));

    /// <summary>Each of the messages arrives, in whatever order.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages)
    {
        var missing = messages.ToList();
        while (missing.Count > 0)
        {
            var arrived = ExpectMsg<T>(hint: $"still expected: {string.Join(", ", missing)}");
            _assertions.AssertTrue(missing.Remove(arrived), $"{arrived} was not expected.");
        }

        return messages;
    }

    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages)
    {
        var allowed = messages.ToList();
        return ExpectMsg<T>(
            arrived => allowed.Contains(arrived), hint: "any of a list");
    }

    /// <summary>Waits until every actor rests, and then nothing must have arrived.</summary>
    public void ExpectNoMsg()
    {
        TestSystem.WaitUntilIdle(Sys);
        ExpectNoMsg(TimeSpan.Zero);
    }

    /// <summary>Watches for the whole of <paramref name="duration"/>, in real time.</summary>
    public void ExpectNoMsg(TimeSpan duration)
    {
        if (_mail.Arrived.TryTake(out var unexpected, (int)duration.TotalMilliseconds))
        {
            _assertions.Fail($"Nothing was expected, but {unexpected} arrived.");
        }
    }

    public void ExpectNoMsg(int milliseconds) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>The target, watched before, has stopped.</summary>
    public Terminated ExpectTerminated(IActorRef target, TimeSpan? timeout = null, string? hint = null) =>
        Expect<Terminated>(
            timeout,
            hint,
            (terminated, _) => _assertions.AssertEqual(target, terminated.ActorRef, hint ?? ""));

    /// <summary>Passes over messages until one fits.</summary>
    public T FishForMessage<T>(Predicate<T> isMessage, TimeSpan? max = null, string hint = "")
    {
        var until = Environment.TickCount64 + (long)(max ?? TestKitSettings.SingleExpectDefault).TotalMilliseconds;
        while (true)
        {
            var left = TimeSpan.FromMilliseconds(Math.Max(0, until - Environment.TickCount64));
            if (ReceiveOne(left) is not { } arrived)
            {
                _assertions.Fail($"No fitting {typeof(T).Name} arrived in time. {hint}");
                throw new TestKitException("The assertions given to the test kit do not throw.");
            }

            if (arrived is T candidate && isMessage(candidate))
            {
                return candidate;
            }
        }
    }

    public object FishForMessage(Predicate<object> isMessage, TimeSpan? max = null, string hint = "") =>
        FishForMessage<object>(isMessage, max, hint);

    /// <summary>The next message, or null when none comes in time.</summary>
    public object? ReceiveOne(TimeSpan? max = null)
    {
        var wait = (int)(max ?? TestKitSettings.SingleExpectDefault).TotalMilliseconds;
        if (!_mail.Arrived.TryTake(out var arrived, wait))
        {
            return null;
        }

        LastMessage = arrived.Message;
        LastSender = arrived.Sender;
        return arrived.Message;
    }

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages) =>
        ReceiveN(numberOfMessages, TestKitSettings.SingleExpectDefault);

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max)
    {
        var received = new List<object>();
        while (received.Count < numberOfMessages)
        {
            if (ReceiveOne(max) is not { } arrived)
            {
                _assertions.Fail($"Only {received.Count} of {numberOfMessages} messages arrived in time.");
                break;
            }

            received.Add(arrived);
        }

        return received;
    }

    private T Expect<T>(TimeSpan? timeout, string? hint, Action<T, IActorRef> assert)
    {
        var arrived = ReceiveOne(timeout);
        if (arrived is not T message)
        {
            _assertions.Fail(arrived is null
                ? $"{typeof(T).Name} was expected, but nothing arrived in time. {hint}"
                : $"{typeof(T).Name} was expected, but {arrived} arrived. {hint}");
            throw new TestKitException("The assertions given to the test kit do not throw.");
        }

        assert(message, LastSender);
        return message;
    }
}
