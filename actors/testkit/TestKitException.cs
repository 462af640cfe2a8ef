namespace CrmUms.Actors.TestKit;

/// <summary>An expectation was not met. Every test framework reports it as a failure.</summary>
public sealed class TestKitException(string message, Exception? cause = null) : Exception(message, cause);
