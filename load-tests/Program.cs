using CrmUms.LoadTests.Scenarios;

// A bench prints what it does as it goes, and its figures as one line of JSON last.
if (args is not ["ring", .. var phases] || phases.Except(RingBench.Phases).Any())
{
    Console.Error.WriteLine($"ring [{string.Join('|', RingBench.Phases)}]…   all of them when none is named");
    return 2;
}

var home = Environment.GetEnvironmentVariable("UMS_HOME");
var state = Environment.GetEnvironmentVariable("CRMUMS_VAR");
if (home is null || state is null)
{
    Console.Error.WriteLine("Start it as ./ums bench ring: the product is started from there.");
    return 2;
}

var bench = new RingBench(home, Path.Combine(state, "bench"));
Console.WriteLine(await bench.RunAsync(phases.Length > 0 ? phases : RingBench.Phases));
return 0;
