using System.Globalization;

namespace CrmUms.Actors.TestKit;

/// <summary>Assertions that know no test framework.</summary>
public sealed class PlainAssertions : ITestKitAssertions
{
    public void Fail(string format = "", params object[] args) =>
        throw new TestKitException(Text(format, args));

    public void AssertTrue(bool condition, string format = "", params object[] args)
    {
        if (!condition)
        {
            Fail(format, args);
        }
    }

    public void AssertFalse(bool condition, string format = "", params object[] args) =>
        AssertTrue(!condition, format, args);

    public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args) =>
        AssertEqual(expected, actual, static (one, other) => Equals(one, other), format, args);

    public void AssertEqual<T>(
        T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
    {
        if (!comparer(expected, actual))
        {
            Fail($"Expected {expected}, got {actual}. " + Text(format, args));
        }
    }

    private static string Text(string format, object[] args) =>
        args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);
}
