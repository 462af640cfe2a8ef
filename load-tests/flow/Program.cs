using CrmUms.FlowBench;

// Prints what it did, and its figures as one line of JSON last.
return args switch
{
    ["flow", "engine"] => WalkBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("flow engine   1,000 callers at once walk one flow, telephony simulated: steps per second");
    return 2;
}
