using CrmUms.RoutingBenches;
using CrmUms.RoutingBenches.Quality;

// Each bench prints what it did, and its figures as one line of JSON last.
return args switch
{
    ["routing"] => RoutingBench.Run(),
    ["routing-quality"] => QualityBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "routing          decisions per second and their latency, by the number of callers who wait");
    Console.Error.WriteLine(
        "routing-quality  how well a day goes, beside the simplest routing and beside one that knows the future");
    return 2;
}
