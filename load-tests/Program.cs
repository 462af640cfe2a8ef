using CrmUms.LoadTests.Scenarios;

// A bench prints what it does as it goes, and its figures as one line of JSON last.
var home = Environment.GetEnvironmentVariable("UMS_HOME");
var state = Environment.GetEnvironmentVariable("CRMUMS_VAR");
if (home is null || state is null)
{
    Console.Error.WriteLine("Start it as ./ums bench ring or ./ums bench flow: the product is started from there.");
    return 2;
}

var folder = Path.Combine(state, "bench");
switch (args)
{
    case ["flow", "calls"]:
        Console.WriteLine(await new FlowCalls(home, folder).RunAsync());
        return 0;
    case ["supervise"]:
        Console.WriteLine(await new SupervisionModes(home, folder).RunAsync());
        return 0;
    case ["floor"]:
        Console.WriteLine(await new FloorBench(home, folder).RunAsync());
        return 0;
    case ["ring", .. var phases] when !phases.Except(RingBench.Phases).Any():
        Console.WriteLine(await new RingBench(home, folder).RunAsync(phases.Length > 0 ? phases : RingBench.Phases));
        return 0;
    default:
        Console.Error.WriteLine($"ring [{string.Join('|', RingBench.Phases)}]…   all of them when none is named");
        Console.Error.WriteLine("flow calls   real callers in one flow");
        Console.Error.WriteLine("supervise    a supervisor changes between listening, whispering and barging");
        Console.Error.WriteLine("floor   supervisors who watch many agents");
        return 2;
}
