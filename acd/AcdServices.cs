using CrmUms.Acd.Figures;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;
using Microsoft.Extensions.Logging;

namespace CrmUms.Acd;

/// <summary>What the ACD is given from outside: its ports, its clock, its log.</summary>
public sealed record AcdServices(
    ICallControl Pbx,
    IAgentPhones Phones,
    IClientDirectory Clients,
    IStaffDirectory Staff,
    IPromptLibrary Prompts,
    IHttpLookUps Http,
    IOpenInteractions OpenInteractions,
    ILastAgents LastAgents,
    IHandBackTickets HandBacks,
    AcdOptions Options,
    TimeProvider Time,
    ILogger Log)
{
    /// <summary>What happened today before the start; nothing, unless somebody knows it.</summary>
    public IDayEvents DayEvents { get; init; } = NoDayEvents.Instance;

    /// <summary>Where music of the rules is made; nowhere, unless somebody says so.</summary>
    public IMusicClasses Music { get; init; } = NoMusicClasses.Instance;

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Where the centre lives.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Options.TimeZone);

    /// <summary>How the queues look at present.</summary>
    public QueueOutlooks Outlooks { get; } = new();

    public NumberingPlan NumberingPlan { get; } = new(Options.CountryCode, Options.NationalNumberLength);
}
