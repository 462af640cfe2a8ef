namespace CrmUms.LoadTests.Running;

/// <summary>Something that takes calls: the product, or what it is compared with. All work the same way.</summary>
internal interface ICallCentre
{
    string Name { get; }

    /// <summary>Whom customers call.</summary>
    string Address { get; }

    /// <summary>Lets agents work from now on: answer at once, talk that long, hang up, be ready again.</summary>
    /// <param name="offered">Told of each caller who reaches an agent: his number and the moment.</param>
    /// <param name="talkFor">From the answer to the hang-up.</param>
    Task WorkAsync(Action<string, TimeSpan> offered, TimeSpan talkFor);

    /// <summary>Programs whose processor time belongs to it.</summary>
    IEnumerable<(string Name, int Pid)> Processes { get; }
}
