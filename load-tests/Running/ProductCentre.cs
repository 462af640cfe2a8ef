using CrmUms.LoadTests.Desks;
using CrmUms.LoadTests.Phones;

namespace CrmUms.LoadTests.Running;

/// <summary>The product, with agents at their desks. An offer counts when its event has come over the hub.</summary>
internal sealed class ProductCentre : ICallCentre, IAsyncDisposable
{
    private const int OpenedAtOnce = 4;

    private readonly Instance _instance;

    private ProductCentre(Instance instance, IReadOnlyList<Desk> desks) => (_instance, Desks) = (instance, desks);

    public string Name => "CrmUms";

    public string Address => $"sip:1001@{Ports.Product}";

    public IReadOnlyList<Desk> Desks { get; }

    public IEnumerable<(string Name, int Pid)> Processes => _instance.Processes("asterisk", "server", "postgres");

    /// <summary>Signs the agents in; they are not ready yet.</summary>
    public static async Task<ProductCentre> OpenAsync(Instance instance, AgentPhones phones, int agents)
    {
        phones.Rings = static _ => { };
        phones.Plan = SipPhone.IncomingPlan.Answer();
        var registrar = new Registrar(Ports.Product, phones.Phone.Address);
        var desks = new List<Desk>();
        foreach (var logins in Enumerable.Range(1, agents).Select(number => $"bench{number}").Chunk(OpenedAtOnce))
        {
            desks.AddRange(await Task.WhenAll(logins.Select(login => Desk.OpenAsync(Ports.Page, login, registrar))));
        }

        return new ProductCentre(instance, desks);
    }

    public async Task WorkAsync(Action<string, TimeSpan> offered, TimeSpan talkFor)
    {
        foreach (var desk in Desks)
        {
            (desk.Offered, desk.TalkFor) = (offered, talkFor);
            if (desk.Status == "notReady")
            {
                await desk.MakeReadyAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in Desks)
        {
            await desk.DisposeAsync();
        }
    }
}
