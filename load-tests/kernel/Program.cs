using CrmUms.KernelBenches;

// Each bench prints what it did, and its figures as one line of JSON last.
return args switch
{
    ["actors"] => await ActorsBench.RunAsync(),
    ["journal"] => await JournalBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("actors   tells and asks per second, bytes allocated for each");
    Console.Error.WriteLine(
        "journal  events persisted per second by 1,000 actors (CRMUMS_PG: a PostgreSQL to write to)");
    return 2;
}
