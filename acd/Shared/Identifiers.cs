namespace CrmUms.Acd.Shared;

/// <summary>Names an employee who handles interactions.</summary>
public readonly record struct AgentId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}

/// <summary>Names one communication with a client, from first ring to the end of wrap-up, across transfers.</summary>
public readonly record struct InteractionId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}

/// <summary>Names a queue. The value is chosen by an administrator and never changes: <c>support</c>.</summary>
public readonly record struct QueueId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Names one party's leg as the PBX knows it (the channel id in Asterisk).</summary>
public readonly record struct LegId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Names somebody within one interaction: the client, an agent, a number outside.</summary>
public readonly record struct PartyId(string Value)
{
    /// <summary>Whom the interaction is with.</summary>
    public static PartyId Client { get; } = new("client");

    public static PartyId Of(AgentId agent) => new(agent.ToString());

    /// <param name="dial">Which leg of the interaction's.</param>
    public static PartyId OfNumber(int dial) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"number-{dial}"));

    public override string ToString() => Value;
}

/// <summary>Names a client of the CRM core. Acd carries it along and knows nothing else of clients.</summary>
public readonly record struct ClientId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}
