using CrmUms.RoutingBenches;

// Each bench prints what it did, and its figures as one line of JSON last.
return args switch
{
    ["routing"] => RoutingBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("routing  decisions per second and their latency, by the number of callers who wait");
    return 2;
}
