using CrmUms.EndToEnd.Tests;

// One product, started once, which the tests use one after the other.
[assembly: AssemblyFixture(typeof(Instance))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
